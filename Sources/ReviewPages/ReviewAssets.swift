/// What the pages bring along: how they look, and the keys. Nothing is asked of anybody else.
public enum ReviewAssets {
  public static let style = """
    :root { --page: #faf9f6; --surface: #fff; --ink: #22272e; --muted: #59616b; --rule: #dfe1e4; --strong-rule: #8a929c;
      --link: #1f5a8c; --accent: #24527a; --on-accent: #fff; --mark: #fdf1d8; --on-mark: #4a3200; --mark-rule: #b97a12;
      --focus: #b3261e; --for: #24527a; --against: #a8476b; color-scheme: light dark; }
    @media (prefers-color-scheme: dark) { :root { --page: #14181d; --surface: #1b2027; --ink: #e8eaed; --muted: #a9b1bb;
      --rule: #343b44; --strong-rule: #7d8792; --link: #8fc1ec; --accent: #a9cdee; --on-accent: #14181d; --mark: #3a2e12;
      --on-mark: #f7e3b5; --mark-rule: #c78f2d; --focus: #ffb4a9; --for: #8fc1ec; --against: #e89ab8; } }
    * { box-sizing: border-box; }
    html { font: 100%/1.5 "Source Sans 3", "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif;
      color: var(--ink); background: var(--page); }
    body { margin: 0; }
    main { max-inline-size: 60rem; margin-inline: auto; padding: 1rem; }
    h1 { font: 600 clamp(1.3rem, 1.1rem + 1vi, 1.8rem)/1.2 Charter, "Sitka Text", Cambria, "Noto Serif", Georgia, serif;
      margin: 0.25rem 0 0.5rem; }
    h2 { font-size: 1.1rem; margin: 1.25rem 0 0.25rem; }
    p { margin: 0.25rem 0 0.75rem; max-inline-size: 44rem; }
    .task, .explanation { color: var(--muted); font-size: 0.875rem; }
    .lead { font-size: 1.1rem; }
    .note { border-inline-start: 4px solid var(--accent); background: var(--surface); padding: 0.5rem 0.75rem; }
    table { inline-size: 100%; border-collapse: collapse; background: var(--surface); border: 1px solid var(--rule); }
    caption { text-align: start; font-weight: 600; padding-block: 0.25rem; }
    th, td { text-align: start; vertical-align: top; padding: 0.3rem 0.5rem; border-block-start: 1px solid var(--rule);
      overflow-wrap: anywhere; }
    thead th { font-size: 0.875rem; color: var(--muted); font-weight: 600; }
    tbody th { font-weight: 400; }
    .pair { table-layout: fixed; } .pair tbody th { hyphens: auto; }
    .standing thead th:last-child { text-align: end; }
    .pair td { font-size: 1.05rem; }
    .pair .word { display: inline-block; font-size: 0.8rem; color: var(--muted); }
    .pair .different td { background: var(--mark); color: var(--on-mark); font-weight: 600;
      border-block: 2px solid var(--mark-rule); }
    .pair .different .word { font-weight: 700; color: var(--ink); text-decoration: underline; }
    .absent { color: var(--muted); font-style: italic; font-weight: 400; }
    .different .absent { color: inherit; }
    .evidence td { inline-size: 9rem; } .evidence td:last-child { inline-size: 12rem; }
    .evidence svg { display: block; max-inline-size: 100%; }
    .evidence line { stroke: var(--strong-rule); stroke-width: 1; }
    .for .bar { fill: var(--for); } .against .bar { fill: var(--against); }
    .standing td { text-align: end; font-variant-numeric: tabular-nums; inline-size: 16rem; }
    .standing { max-inline-size: 44rem; margin-block-end: 1rem; }
    .standing th { white-space: pre-wrap; }
    fieldset { border: 0; padding: 0; margin: 1rem 0; display: flex; flex-wrap: wrap; gap: 0.5rem; }
    legend { font-weight: 600; padding: 0; margin-block-end: 0.25rem; }
    button, .button { font: inherit; display: inline-block; min-block-size: 2.75rem; padding: 0.5rem 1rem; cursor: pointer;
      border: 1px solid var(--strong-rule); border-radius: 4px; background: var(--surface); color: var(--ink);
      text-decoration: none; }
    .answers button { flex: 1 1 12rem; font-weight: 600; border: 2px solid var(--accent); }
    button.main { background: var(--accent); color: var(--on-accent); border-color: var(--accent); }
    :is(button, .button):hover { border-color: var(--link); }
    :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
    .others { display: flex; flex-wrap: wrap; gap: 0.5rem; margin-block-start: 1.5rem; align-items: center; }
    kbd { display: none; font: 600 0.8rem/1 ui-monospace, monospace; border: 1px solid currentColor; border-radius: 3px;
      padding: 0.1rem 0.35rem; margin-inline-start: 0.4rem; }
    .keys kbd { display: inline-block; }
    .unseen { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
    @media (max-width: 40rem) {
      main { padding: 0.5rem; } th, td { padding: 0.25rem 0.35rem; } .pair td { font-size: 1rem; }
      .pair .word { display: block; } .answers button { flex-basis: 100%; }
      .evidence td { inline-size: 5.5rem; } .evidence td:last-child { inline-size: 6.5rem; }
    }
    @media print { .answers, .others { display: none; } }

    """

  public static let icon = """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="6" cy="8" r="5" fill="#24527a"/>\
    <circle cx="10" cy="8" r="5" fill="none" stroke="#b97a12" stroke-width="2"/></svg>
    """

  /// A letter presses its button, unless the reader turned that off; without a script the buttons are there.
  public static let keys = """
    (() => {
      const root = document.documentElement, nav = document.querySelector(".others");
      if (!nav) return;
      const isOn = () => sessionStorage.getItem("keys") !== "off";
      const button = document.createElement("button");
      button.type = "button";
      const show = () => {
        root.classList.toggle("keys", isOn());
        button.textContent = isOn() ? document.body.dataset.on : document.body.dataset.off;
      };
      button.addEventListener("click", () => { sessionStorage.setItem("keys", isOn() ? "off" : "on"); show(); });
      nav.append(button);
      show();
      let isSent = false;
      document.addEventListener("submit", event => { if (isSent) event.preventDefault(); isSent = true; });
      window.addEventListener("pageshow", () => { isSent = false; });
      document.addEventListener("keydown", event => {
        if (!isOn() || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
        const key = event.key.toLowerCase();
        const target = [...document.querySelectorAll("button[data-key]")].find(each => each.dataset.key === key);
        if (target) { event.preventDefault(); target.click(); }
      });
    })();

    """
}
