import { readRunRecord } from "../../src/documents";
import { anomaly, success } from "../../src/messages";
import { parseOptions, type Options } from "../../src/options";
import { bill, generated, inventory } from "./analyses/town";

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

test("a run record keeps only the options that are not the defaults", () => {
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

test("options that leave no room for the rest are left out: what was issued stays known, and the row tells of them", () => {
  const accepted = Array.from({ length: 200 }, (_one, row) => {
    return { file: null, sheet: "Parc", cell: `E${row + 9}`, code: "implausible-quantity", was: "« 400 »" };
  });
  const record = generated([inventory()], { options: { accepted } }).runRecord!;
  expect(record.length).toBeLessThan(9000);
  const { options: kept, ledger, total } = readRunRecord(record)!;
  expect([kept, total]).toEqual([null, "1765.40"]);
  expect(ledger!.states).toMatchObject([{ row: 3, campaign: 2014, number: "2014-01", version: 1, errors: 0 }]);
});

test("the anomalies of opening the workbooks are kept in the run record, under a seal that detects any change", () => {
  const told = anomaly("info", "values-only-ods", { file: "parc.ods" }, { file: "parc.ods" });
  const record = bill([inventory()], 2014, {}, undefined, [told]).sheets.at(-1)!.record!;
  expect(readRunRecord(record)!.opening).toEqual([told]);
  expect(readRunRecord(generated([inventory()]).runRecord!)).not.toHaveProperty("opening");
  const other = bill([inventory()], 2014, {}, undefined, [{ ...told, file: "autre.ods" }]).sheets.at(-1)!.record!;
  expect(readRunRecord(other)!.seal).not.toBe(readRunRecord(record)!.seal);
  const blocking = record.replace('"severity":"info"', '"severity":"error"');
  expect(readRunRecord(blocking)).toBeNull();
});

test.each([
  ["a version that is no number", { states: [{ version: "1" }] }],
  ["a day that does not exist", { issued: [{ date: "2014-11-31" }] }],
  ["no last row", { lastRow: null }],
])("a record whose ledger has %s is none of ours", (_what, change) => {
  const record = JSON.parse(generated([inventory()]).runRecord!) as { ledger: Record<string, unknown[]> };
  const whole = { campaign: 2014, number: "2014-01", version: 1, amounts: "0", row: 3, when: "", errors: 0 };
  const issue = { ...whole, date: "2014-11-28", bordereau: null, titre: null };
  expect(readRunRecord(JSON.stringify({ ...record, ledger: { ...record.ledger, issued: [issue] } }))).not.toBeNull();
  const faulty = Object.fromEntries(
    Object.entries(change).map(([key, value]) => [
      key,
      Array.isArray(value) ? value.map((one: object) => ({ ...issue, ...one })) : value,
    ]),
  );
  expect(readRunRecord(JSON.stringify({ ...record, ledger: { ...record.ledger, ...faulty } }))).toBeNull();
});
