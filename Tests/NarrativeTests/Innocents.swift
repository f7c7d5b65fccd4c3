/// Sentences of our own, in the manner of reports of many fields, that say nothing a figure has to bear.
///
/// They use the words of change, of quantity and of time in other senses: policy that grows, a first half of a year, a third
/// party, what is known by name or by date.
enum Innocents {
  static let dutch = """
    Zie paragraaf 3.2 en 3.4.
    Kinderen tot twaalf jaar vallen onder een andere regeling.
    Wie jonger is dan achttien jaar, is minderjarig.
    Hoe hoger de drempel, hoe minder mensen zich melden.
    Eén melding kan over meerdere personen gaan.
    Voor jongeren vanaf zestien jaar is er een eigen loket.
    De aandacht voor het onderwerp neemt toe.
    Meer informatie staat op de website van de gemeente.
    Het beleid is minder streng dan de wet toelaat.
    Er zit een stijgende lijn in de kwaliteit van de dossiers.
    Dit vraagt onder meer om duidelijke afspraken.
    Steeds meer aandacht gaat uit naar preventie.
    Ten minste de burgemeester moet erbij zijn.
    De organisatie is op zijn minst verrast.
    Meestal begint een gesprek met een kop koffie.
    In de eerste helft van 2019 werd het plan geschreven.
    De tweede helft van het jaar stond in het teken van scholing.
    Een derde partij bewaart de sleutels.
    De gegevens gaan niet naar derde landen.
    Dat kan op geen enkele manier worden hersteld.
    Er is geen enkele reden om te wachten.
    Op 1 juli 2020 trad de wet in werking.
    Zie artikel 273f van het Wetboek van Strafrecht.
    De artikelen 6 en 9 van de verordening gaan hierover.
    Zie figuur 2.3 voor de opbouw van het stelsel.
    In 2019 en 2020 is het handboek herzien.
    Sinds 2018 geldt de privacywet.
    De COVID-19-maatregelen golden ook voor de opvang.
    Een kwartaal later kwam het antwoord.
    De raad vergadert elk kwartaal in het stadhuis.
    Het rapport van de commissie verscheen in mei 2021.
    De helm beschermt het hoofd.
    Wie hulp zoekt, kan terecht bij het loket.
    Als het aantal stijgt, kan dat ook komen doordat er beter wordt gekeken.
    Een melding zegt niet dat er meer slachtoffers zijn.
    De regeling kan leiden tot meer begrip tussen partners.
    Hij groeide op in een klein dorp.
    Het vertrouwen in de overheid groeide door het gesprek.
    De zorg voor ouderen vraagt om maatwerk.
    De brug werd in één nacht vervangen.
    Twee partijen tekenden de overeenkomst.
    De drie burgemeesters schreven samen een brief.
    De vergadering begint om acht uur.
    De trein van negen uur rijdt niet.
    De eerste stap is een goed gesprek.
    In de derde plaats is er de vraag wie betaalt.
    Dat is de tweede vraag van de commissie.
    Zij viel in slaap op de bank.
    Het gezag valt onder de wet.
    De directeur nam afscheid van het team.
    De gemeente nam de taken over.
    De stijgbeugel zat los.
    Een halve waarheid is geen antwoord.
    Over een half jaar volgt een evaluatie.
    De wijk is veiliger geworden volgens de bewoners.
    Vaker dan goed is, ontbreekt een handtekening.
    Het is vaak lastig om de juiste vorm te vinden.
    Het meeste werk gebeurt achter de schermen.
    Dat was het hoogste gebouw van de stad.
    Wie het laagst zit, hoort het minst.
    De laatste jaren is er veel veranderd in de wet.
    De minister verhoogde het tempo van de hervorming.
    Het water zakte langzaam.
    De sporter verbeterde zijn eigen tijd op de baan.
    De commissie adviseert om minder formulieren te gebruiken.
    Meer samenwerking is nodig om dit te bereiken.
    Meer dan ooit telt de kwaliteit van het gesprek.
    De rechter oordeelde dat het bewijs ontbrak.
    Zonder toestemming mag een naam niet worden gedeeld.
    De inspectie houdt toezicht op de naleving.
    Elke gemeente heeft een eigen aanpak.
    Er is een verschil tussen een vermoeden en een bewijs.
    De school ligt aan de rand van het park.
    Het kwartje viel pas later.
    De achterstand is ingehaald.
    Met één druk op de knop gaat het licht uit.
    Iedereen telt in een jaar eenmaal mee.
    Zo is het nu eenmaal afgesproken.
    De cijfers van beide jaren staan naast elkaar.
    Niet geleverd is iets anders dan nul.
    De vorige editie had een andere opzet.
    De lijst is niet volledig en dat staat erbij.
    De politie volgt de wet, de hulpverlening het verhaal.
    Een aandeel gaat alleen over mensen van wie het bekend is.
    Het gaat om een orde van grootte.
    De tabel toont wat partners zelf hebben geteld.
    De rapporteur stelt vragen aan het kabinet.
    Wij danken alle organisaties die hebben meegewerkt.
    De redactie ligt bij de werkgroep.
    De website werd in de zomer van 2021 vernieuwd.
    De vrijwilligers kregen een opleiding van de gemeente.
    Het onderzoek is uitgevoerd door de universiteit.
    De woningmarkt staat onder druk.
    De dijk is op hoogte gebracht.
    Bij storm blijft de haven dicht.
    De bibliotheek leent ook gereedschap uit.
    In het museum hangt werk uit de vorige eeuw.
    De huisarts verwijst door naar de specialist.
    Het ziekenhuis kreeg een nieuwe vleugel.
    De natuur herstelt zich langzaam na de brand.
    De boer zaait in het voorjaar.
    De leerling kiest zelf een onderwerp.
    Het kabinet wil de regels eenvoudiger maken.
    De raad stemde met algemene stemmen in.
    De B8-regeling geldt voor vreemdelingen.
    Het formulier A4 is verkrijgbaar aan de balie.
    Volgens paragraaf 4 is toestemming nodig.
    Een casus kan onder meerdere wetten vallen.
    Het aantal formulieren zegt weinig over de kwaliteit.
    Wat er meetelt, staat in de verantwoording.
    De meldplicht geldt niet voor iedereen.
    Slachtoffers hebben recht op rechtsbijstand.
    De dader was een bekende van het gezin.
    Slachtoffers durven niet altijd te praten.
    De opvang biedt rust en veiligheid.
    Een tolk helpt bij het gesprek.
    Kinderen krijgen een eigen begeleider.
    De aangifte wordt opgenomen door een rechercheur.
    Meldingen worden binnen een week beoordeeld.
    De verdachte zweeg tijdens het verhoor.
    De cliënt bepaalt zelf het tempo.
    Zij kwamen voor het eerst in contact met de hulpverlening.
    Vijf tegenvallers later was de brug klaar.
    """.split(separator: "\n").map(String.init)

  static let english = """
    Somebody younger than eighteen is a minor.
    The higher the threshold, the fewer people come forward.
    One report can be about several people.
    Children under twelve years fall under another scheme.
    Attention for the subject is growing.
    More information can be found on the website.
    The policy is less strict than the law allows.
    At least the mayor has to be present.
    In the first half of 2019 the plan was written.
    The second half of the year was spent on training.
    A third party keeps the keys.
    Data do not go to third countries.
    There is not a single reason to wait.
    On 1 July 2020 the act came into force.
    See article 5 of the directive.
    Articles 6 and 9 of the regulation are about this.
    See figure 2.3 for the structure of the system.
    In 2019 and 2020 the manual was revised.
    Since 2018 the privacy act has applied.
    The COVID-19 measures applied to shelters too.
    The council meets every quarter at the town hall.
    The report of the committee appeared in May 2021.
    Whoever needs help can go to the desk.
    If the number rises, that may be because people look better.
    A report does not mean that there are more victims.
    The scheme may lead to more understanding between partners.
    He grew up in a small village.
    Trust in government grew through the talks.
    Care for the elderly asks for tailoring.
    Two parties signed the agreement.
    The three mayors wrote a letter together.
    The meeting begins at eight.
    The first step is a good conversation.
    That is the second question of the committee.
    She fell asleep on the sofa.
    This falls under the law.
    The municipality took over the tasks.
    A half-truth is no answer.
    In half a year there will be an evaluation.
    The quarter is safer, its residents say.
    It is often hard to find the right form.
    Most of the work is done behind the scenes.
    That was the highest building of the city.
    Much has changed in the law in recent years.
    The minister raised the pace of the reform.
    The water dropped slowly.
    The committee advises to use fewer forms.
    More cooperation is needed to reach this.
    The court held that evidence was lacking.
    Without consent a name may not be shared.
    The inspectorate supervises compliance.
    Every municipality has an approach of its own.
    There is a difference between a suspicion and proof.
    The school lies at the edge of the park.
    The backlog has been cleared.
    One push of the button turns off the light.
    Everyone counts once in a year.
    The figures of both years stand side by side.
    Not delivered is something else than zero.
    The edition before had another design.
    The list is not complete, and says so.
    A share is only about people of whom it is known.
    It is an order of magnitude.
    The table shows what partners counted themselves.
    The rapporteur asks questions of the cabinet.
    We thank all organisations that took part.
    The website was renewed in the summer of 2021.
    Volunteers were trained by the municipality.
    The study was carried out by the university.
    The housing market is under pressure.
    The dike has been brought to its height.
    In a storm the harbour stays closed.
    The library lends tools as well.
    The museum has work of the last century.
    The doctor refers to the specialist.
    The hospital got a new wing.
    Nature recovers slowly after the fire.
    The farmer sows in spring.
    Pupils choose a subject of their own.
    The cabinet wants to make the rules simpler.
    The council agreed unanimously.
    The B8 scheme applies to foreigners.
    Form A4 is available at the counter.
    According to section 4 consent is needed.
    A case may fall under several acts.
    What counts is in the account of methods.
    The duty to report does not apply to everyone.
    Victims have a right to legal aid.
    The offender was known to the family.
    Victims do not always dare to speak.
    The shelter offers rest and safety.
    An interpreter helps with the conversation.
    Children get a counsellor of their own.
    The declaration is taken by a detective.
    Reports are assessed within a week.
    The suspect was silent during the interview.
    The client sets the pace.
    One of them asked for water.
    No one was at home.
    It may happen again in May.
    They march in March.
    The table of contents is on page 3.
    He rose from his chair and left.
    The price of trust is patience.
    The train of nine does not run.
    The chair doubles as a ladder holder, some say.
    Once a year the partners meet.
    The desk is open from nine to five.
    A notification is of one person.
    Receiving the same file twice changes nothing.
    The record number stands in the first column.
    The chance is told after the answer, never before.
    """.split(separator: "\n").map(String.init)
}
