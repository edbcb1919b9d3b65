/** A good one of each list of options. */
const key = {
  commune: "Mamirolle",
  school: "École primaire",
  shares: [
    { commune: "Mamirolle", weight: 95 },
    { commune: "Le Gratteris", weight: 17 },
  ],
};
export const mapping = { file: null, sheet: "Parc", cell: "E4", as: "POSTE_STD" };
export const chosen = { file: null, sheet: "Parc", cell: "A12", commune: "Avanne-Aveney", was: "Avane-Aveney" };
export const setAside = { file: "parc.xlsx", sheet: "Parc", row: 12, reason: "école fermée" };
const comment = { commune: "Pirey", against: 2014, text: "Six postes de plus à l’école élémentaire." };
export const signatory = { name: "Mme X", title: "Adjointe", delegation: "Pour le Maire" };

/** A file with every option. */
export const everyOption = {
  besancon: "left-out",
  schoolUnit: "each",
  sharingKeys: [key],
  mappings: [mapping],
  communes: [chosen],
  setAside: [setAside],
  words: [
    { word: "MES", kind: "nature", as: "installation" },
    { word: "au garage", kind: "state", as: "in-service" },
    { word: "UC bleue", kind: "prestation", as: "POSTE_STD" },
  ],
  tables: [{ file: null, sheet: "Livraisons", cell: "A3", as: "installations", was: "Livraisons" }],
  repeats: [{ file: "parc.xlsx", sheet: "Salles", cell: null, as: "added" }],
  accepted: [{ file: null, sheet: "Parc", cell: "F18", code: "implausible-quantity", was: "368" }],
  comments: [comment],
  signatory,
  printableFiches: true,
};

/** Files of options that are refused, each for one fault: what it is, the file, its code and its field. */
export const refusedOptions: readonly (readonly [what: string, raw: object, code: string, field: string])[] = [
  [
    "a word of another kind",
    { words: [{ word: "x", kind: "verb", as: "nothing" }] },
    "options-bad-choice",
    "words[0].kind",
  ],
  [
    "a nature that is a state's",
    { words: [{ word: "x", kind: "nature", as: "out" }] },
    "options-bad-choice",
    "words[0].as",
  ],
  ["a word without a meaning", { words: [{ word: "x", kind: "state" }] }, "options-missing-key", "words[0].as"],
  ["an unknown table", { tables: [{ sheet: "Parc", as: "stock" }] }, "options-bad-choice", "tables[0].as"],
  [
    "a table's cell that is none",
    { tables: [{ sheet: "Parc", cell: "4", as: "ignored" }] },
    "options-bad-table-cell",
    "tables[0].cell",
  ],
  ["an unknown rule", { repeats: [{ sheet: "Parc", as: "both" }] }, "options-bad-choice", "repeats[0].as"],
  ["nothing written", { accepted: [{ code: "x", cell: "A1" }] }, "options-missing-key", "accepted[0].was"],
  ["an unknown key", { besançon: "left-out" }, "options-unknown-key", "besançon"],
  ["an unknown key in an item", { setAside: [{ ...setAside, why: "x" }] }, "options-unknown-key", "setAside[0].why"],
  ["an unknown choice", { besancon: "exclue" }, "options-bad-choice", "besancon"],
  ["a choice of another kind", { schoolUnit: 1 }, "options-bad-choice", "schoolUnit"],
  ["a null choice", { besancon: null }, "options-bad-choice", "besancon"],
  ["a text for a boolean", { printableFiches: "true" }, "options-bad-choice", "printableFiches"],
  ["a list that is none", { mappings: mapping }, "options-not-a-list", "mappings"],
  ["an item that is no object", { mappings: ["E4"] }, "options-not-a-record", "mappings[0]"],
  ["a signatory that is a text", { signatory: "Mme X" }, "options-not-a-record", "signatory"],
  ["a signatory without a name", { signatory: { title: "Adjointe" } }, "options-missing-key", "signatory.name"],
  ["a title that is no text", { signatory: { name: "X", title: 3 } }, "options-not-text", "signatory.title"],
  ["a missing reason", { setAside: [{ sheet: "Parc", row: 2 }] }, "options-missing-key", "setAside[0].reason"],
  ["an empty sheet name", { setAside: [{ ...setAside, sheet: " " }] }, "options-not-text", "setAside[0].sheet"],
  ["row 0", { setAside: [{ ...setAside, row: 0 }] }, "options-bad-row", "setAside[0].row"],
  ["a column that is none", { setAside: [{ ...setAside, column: "7" }] }, "options-bad-column", "setAside[0].column"],
  ["half a row", { setAside: [{ ...setAside, row: 2.5 }] }, "options-bad-row", "setAside[0].row"],
  ["a row beyond a sheet's end", { setAside: [{ ...setAside, row: 1048577 }] }, "options-bad-row", "setAside[0].row"],
  ["no A1 address", { mappings: [{ ...mapping, cell: "R4C5" }] }, "options-bad-cell", "mappings[0].cell"],
  [
    "a commune without its name",
    { communes: [{ sheet: "Parc", cell: "A1" }] },
    "options-missing-key",
    "communes[0].commune",
  ],
  [
    "a commune's cell that is none",
    { communes: [{ ...chosen, cell: "12" }] },
    "options-bad-commune-cell",
    "communes[0].cell",
  ],
  [
    "a comment without its year",
    { comments: [{ commune: "Pirey", text: "Travaux" }] },
    "options-missing-key",
    "comments[0].against",
  ],
  ["a year in text", { comments: [{ ...comment, against: "2014" }] }, "options-bad-year", "comments[0].against"],
  ["a year before any", { comments: [{ ...comment, against: 1014 }] }, "options-bad-year", "comments[0].against"],
  ["an empty comment", { comments: [{ ...comment, text: " " }] }, "options-not-text", "comments[0].text"],
  [
    "a comment on no commune",
    { comments: [comment, { ...comment, commune: "Pirei" }] },
    "options-comment-commune",
    "comments[1].commune",
  ],
  [
    "a second comment on a difference, its commune written otherwise",
    { comments: [comment, { ...comment, against: 2015 }, { ...comment, commune: "Mairie de PIREY" }] },
    "options-comment-twice",
    "comments[2].commune",
  ],
  [
    "a comment of more than 500 characters",
    { comments: [comment, { ...comment, against: 2015, text: "a".repeat(501) }] },
    "options-comment-too-long",
    "comments[1].text",
  ],
  ["what was written, not a text", { communes: [{ ...chosen, was: 12 }] }, "options-not-text", "communes[0].was"],
  ["a file that is no text", { mappings: [{ ...mapping, file: 3 }] }, "options-not-text", "mappings[0].file"],
  [
    "a negative weight",
    { sharingKeys: [{ ...key, shares: [{ commune: "A", weight: -1 }] }] },
    "options-bad-weight",
    "sharingKeys[0].shares[0].weight",
  ],
  [
    "a weight in text",
    { sharingKeys: [{ ...key, shares: [{ commune: "A", weight: "1" }] }] },
    "options-bad-weight",
    "sharingKeys[0].shares[0].weight",
  ],
  [
    "a missing weight",
    { sharingKeys: [{ ...key, shares: [{ commune: "A" }] }] },
    "options-missing-key",
    "sharingKeys[0].shares[0].weight",
  ],
  [
    "weights that are all zero",
    { sharingKeys: [{ ...key, shares: [{ commune: "A", weight: 0 }] }] },
    "options-key-no-weight",
    "sharingKeys[0].shares",
  ],
  ["no share", { sharingKeys: [{ ...key, shares: [] }] }, "options-key-no-weight", "sharingKeys[0].shares"],
  [
    "no list of shares",
    { sharingKeys: [{ commune: "A", school: "B" }] },
    "options-missing-key",
    "sharingKeys[0].shares",
  ],
  [
    "a commune with two shares",
    {
      sharingKeys: [
        {
          ...key,
          shares: [
            { commune: "Saône", weight: 1 },
            { commune: "SAONE", weight: 1 },
          ],
        },
      ],
    },
    "options-key-commune-twice",
    "sharingKeys[0].shares",
  ],
];
