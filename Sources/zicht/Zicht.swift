import ArgumentParser




@main struct Zicht: ParsableCommand { func run() {} }
