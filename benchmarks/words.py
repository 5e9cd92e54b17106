"""The words that the benchmark's articles are made of: our own, so that anybody can repeat the figures."""

PLACES = (
    "Harrowgate", "Lindenau", "Port-Marsh", "Oakford", "Velmora", "Ströbeck", "Ashdown", "Corrie", "Novy-Brod",
    "Tessaly", "Wexham", "Almere-Zuid", "Karastan", "Penhallow", "Quillaby", "Rostelec", "Saint-Aubin", "Thornwick",
    "Umbria-on-Sea", "Varrick",
)  # fmt: skip
BODIES = (
    "The town council", "The regional court", "The harbour authority", "A committee of engineers", "The school board",
    "The national library", "The weather service", "The growers' association", "The railway operator",
    "The hospital trust", "The ministry of transport", "The statistical office", "The fire brigade",
    "A panel of historians", "The water company", "The chamber of commerce", "The orchestra's trustees",
    "The coast guard", "The planning inspectorate", "The university senate",
)  # fmt: skip
PEOPLE = (
    "Ada Lindqvist", "Marco Telleri", "Ruth Okonkwo", "Peter van Dalen", "Irina Sorokina", "Hugh Pemberton",
    "Leila Haddad", "Jonas Weber", "Clara Mendes", "Tomasz Zielinski", "Aoife Brennan", "Samuel Oyelaran",
)  # fmt: skip
OFFICES = (
    "chief engineer", "acting director", "spokeswoman", "deputy mayor", "head of research", "treasurer",
    "chair of the committee", "project manager", "senior archivist", "operations director",
)  # fmt: skip
SAID = ("said", "announced", "confirmed", "told a public meeting", "wrote in a statement", "reported", "decided")
SUBJECTS = (
    "the reconstruction of the northern bridge", "a timetable for the electrification of the valley line",
    "the restoration of the medieval granary", "new measurements of the river's temperature",
    "an agreement on shared laboratories", "the extension of the municipal archive",
    "the purchase of eleven low-floor trams", "a survey of the county's hedgerows",
    "the consolidation of three rural clinics", "the replacement of the harbour's navigation lights",
    "an examination of the reservoir's foundations", "the digitisation of two centuries of parish registers",
    "a catalogue of manuscripts thought to be lost", "the introduction of evening classes for apprentices",
    "the diversion of freight traffic from the old quarter", "an inventory of industrial monuments",
)  # fmt: skip
DOES = (
    "will begin in the spring", "has been postponed until the funding is settled", "costs less than was feared",
    "is to be put before the assembly next month", "went further than its authors had expected",
    "met with considerable disagreement among residents", "has drawn visitors from neighbouring districts",
    "requires the approval of two independent inspectors", "was completed four weeks ahead of schedule",
    "will be carried out in several stages", "needs specialised equipment that is manufactured abroad",
    "is the responsibility of the provincial administration", "has been discussed for more than a decade",
)  # fmt: skip
REASONS = (
    "because the underlying documentation was incomplete", "although the consultation had closed in October",
    "while temporary arrangements remain in force", "since the contractors could not agree on a price",
    "after an extraordinary session that lasted until midnight", "so that the work can continue through the winter",
    "if the municipal accounts are approved without amendment", "as several neighbouring communities already do",
    "despite objections from the conservation society", "once the environmental assessment has been published",
    "even though attendance has fallen considerably", "provided that the insurance covers unforeseeable damage",
)  # fmt: skip
REMARKS = (
    "We did not expect such an overwhelming response", "Nobody should have to wait that long for an answer",
    "The figures speak for themselves", "It is an extraordinary opportunity for the whole neighbourhood",
    "We have learned a great deal from our earlier miscalculations", "The responsibility is ours alone",
    "There is every reason to be confident, and none to be complacent", "This was never a question of money",
    "The recommendations are uncomfortable, but they are right", "Everyone involved has shown remarkable patience",
)  # fmt: skip
HEADLINES = (
    "{place} agrees on {subject}", "Council of {place} debates {subject}", "{person} to oversee {subject}",
    "{place} hears arguments over {subject}", "Residents of {place} welcome {subject}",
)  # fmt: skip
