import { faultOfParticular, particularWording, parseOptions, readOptionsSheet } from "../../src/options";
import { sheetOf } from "./sheet-of";

const inFile = (particulars: object) => parseOptions({ particulars }, "options.json");

describe("particulars are given in the options", () => {
  test("the options file gives particulars: texts as written, dates in two spellings, a SIRET with or without spaces", () => {
    const particulars = {
      stateNumber: "2014-01",
      establishedOn: "25/11/2014",
      sessionOn: "2014-11-06",
      creditorSiret: "212 500 565 00016",
    };
    expect(inFile(particulars)).toEqual({
      ok: true,
      value: {
        particulars: {
          stateNumber: "2014-01",
          establishedOn: "2014-11-25",
          sessionOn: "2014-11-06",
          creditorSiret: "21250056500016",
        },
      },
    });
  });

  test("a correction has a rank, as a number or as it is on the page, an exercice and a reason", () => {
    const read = (rank: string) =>
      inFile({ rectificationRank: rank, rectificationYear: "2015", rectificationReason: "Deux postes de trop." });
    for (const rank of ["2", "R2", "r 2"])
      expect(read(rank)).toEqual({
        ok: true,
        value: {
          particulars: {
            rectificationRank: "2",
            rectificationYear: "2015",
            rectificationReason: "Deux postes de trop.",
          },
        },
      });
  });

  test("particulars are given in the sheet: a date typed as a date, a blank left to fill", () => {
    const sheet = sheetOf([
      ["Option", "Valeur"],
      ["État n°", "2014-01"],
      // 25 November 2014.
      ["Établi le", 41968],
      ["Adresse du débiteur", null],
    ]);
    expect(readOptionsSheet([sheet])).toEqual({
      ok: true,
      value: { particulars: { stateNumber: "2014-01", establishedOn: "2014-11-25" } },
    });
  });
});

describe("an invalid particular is reported at its place", () => {
  test.each([
    ["establishedOn", "2014-11-31"],
    ["sessionOn", "en novembre"],
    // One figure off: the sum of 212 500 565 00016 is 50, that of 00017 is 51.
    ["creditorSiret", "21250056500017"],
    ["debtorSiret", "24250036100"],
    ["rectificationRank", "0"],
    ["rectificationRank", "premier"],
    ["rectificationYear", "15"],
  ])("an invalid particular in the file is reported at its place: %s, « %s »", (name, value) => {
    const read = inFile({ [name]: value });
    expect(read).toMatchObject({
      error: [{ code: "options-bad-particular", params: { field: `particulars.${name}`, value } }],
    });
  });

  test.each([
    // The debtor's, and 732 829 320 00074, whose key is right.
    ["creditorSiret", "24250036100017", "Ville de Besançon", "212500565"],
    ["debtorSiret", "73282932000074", "Communauté d’agglomération du Grand Besançon", "242500361"],
  ])(
    "a SIRET of another body than its party is reported, in the file and in the sheet: %s",
    (name, value, party, siren) => {
      expect(inFile({ [name]: value })).toMatchObject({
        error: [{ code: "options-siret-of-another", params: { field: `particulars.${name}`, value, party, siren } }],
      });
      const label = name === "creditorSiret" ? "SIRET du créancier" : "SIRET du débiteur";
      const sheet = sheetOf([
        ["Option", "Valeur"],
        [label, value],
      ]);
      expect(readOptionsSheet([sheet])).toMatchObject({
        error: [{ code: "options-sheet-siret-of-another", cell: "B2", params: { value, party, siren } }],
      });
    },
  );

  test("a particular that does not exist is reported in the file", () => {
    expect(inFile({ fax: "03 81" })).toMatchObject({ error: [{ code: "options-unknown-key" }] });
  });

  test("a wrong particular in the options sheet is reported at its cell", () => {
    const sheet = sheetOf([
      ["Option", "Valeur"],
      ["SIRET du créancier", "123"],
    ]);
    expect(readOptionsSheet([sheet])).toMatchObject({
      error: [{ code: "options-sheet-bad-particular", cell: "B2", params: { value: "123" } }],
    });
  });
});

describe("a typed particular is distinguished from an invalid one", () => {
  test.each([
    ["a day of the calendar", "sessionOn", "6/11/2014", null],
    ["nothing yet", "sessionOn", "  ", null],
    ["no day of the calendar", "sessionOn", "31/11/2014", "date"],
    ["thirteen figures", "creditorSiret", "212 500 565 0001", "siret-figures"],
    ["letters among the figures", "creditorSiret", "212 500 565 OOO16", "siret-figures"],
    ["a wrong key", "creditorSiret", "212 500 565 00017", "siret-key"],
    ["its right key", "creditorSiret", "212 500 565 00016", null],
    ["the SIRET of another, 242 500 361", "creditorSiret", "242 500 361 00017", "siret-of-another"],
    ["any text", "contact", "Mme Y, 03 81 00 00 00", null],
  ] as const)("%s", (_, name, text, fault) => {
    expect(faultOfParticular(name, text)?.kind ?? null).toBe(fault);
  });

  test("a particular is written as people write it, and reads back the same", () => {
    expect(particularWording("sessionOn", "2014-11-06")).toBe("06/11/2014");
    expect(particularWording("creditorSiret", "21250056500016")).toBe("212 500 565 00016");
    expect(particularWording("stateNumber", "2014-01")).toBe("2014-01");
  });
});
