import { readRunRecord } from "../../src/documents";
import { success } from "../../src/messages";
import { parseOptions, type Options } from "../../src/options";
import { generated, inventory } from "./analyses/town";

const options: Options = {
  besancon: "cagb-share-only",
  schoolUnit: "each",
  sharingKeys: [
    {
      commune: "Amagney",
      school: "École primaire",
      shares: [
        { commune: "Amagney", weight: 2.5 },
        { commune: "Chalezeule", weight: 1 },
      ],
    },
  ],
  mappings: [{ file: null, sheet: "Parc", cell: "E1", as: "ignored", was: "Tablettes" }],
  communes: [{ file: "parc.xlsx", sheet: "Parc", cell: "A2", commune: "Amagney", was: "Amagnay" }],
  setAside: [{ file: "parc.xlsx", sheet: "Parc", row: 3, reason: "école « fermée », l’an dernier" }],
  words: [
    { word: "HS", kind: "state", as: "out" },
    { word: "divers", kind: "prestation", as: "nothing" },
  ],
  tables: [{ file: null, sheet: "Parc", cell: null, as: "inventory" }],
  repeats: [{ file: null, sheet: "Parc", cell: "A1", as: "added" }],
  accepted: [{ file: null, sheet: null, cell: null, code: "unread-equipment", was: "12" }],
  comments: [{ commune: "Amagney", against: 2013, text: "Quatre postes de plus" }],
  signatory: { name: "Mme X", title: "", delegation: "" },
  particulars: { stateNumber: "2014-02", establishedOn: "2014-11-25", creditorSiret: "21250056500016" },
  printableFiches: true,
};

test("every option of a run is read again from its record", () => {
  const record = readRunRecord(generated([inventory()], { options }).runRecord!)!;
  expect(parseOptions(record.options, "")).toEqual(success(options));
});

test("only what is not the default is kept", () => {
  const record = readRunRecord(generated([inventory()], { options: { schoolUnit: "each" } }).runRecord!)!;
  expect(record).toMatchObject({
    row: 3,
    when: "2014-11-25 14:03",
    campaign: 2014,
    options: { schoolUnit: "each" },
    total: "1765.40",
  });
  expect(Object.keys(record.options as object)).toEqual(["schoolUnit"]);
});
