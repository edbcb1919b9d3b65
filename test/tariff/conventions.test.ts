import { isoDate } from "../../src/cells";
import { message } from "../../src/messages";
import { isParticular } from "../../src/options/particulars";
import { builtInConvention, campaignOf, conventionWarnings, loadConvention as loadFiles } from "../../src/tariff";
import communes from "../../src/tariff/conventions/2014/communes.json";
import built from "../../src/tariff/conventions/2014/convention.json";
import grid from "../../src/tariff/conventions/2014/grid.json";
import { yearWithoutTariff } from "../year-without-tariff";

const loadConvention = (convention: unknown) => loadFiles({ convention, grid, communes }, "folder");

/** The built-in data with one thing changed; `undefined` takes the key away. */
const withPart = (part: keyof typeof built, change: Record<string, unknown>): unknown => ({
  ...built,
  [part]: { ...(built[part] as object), ...change },
});
const withCredit = (change: Record<string, unknown>): unknown => ({
  ...built,
  creditLine: [built.creditLine[0], { ...built.creditLine[1], ...change }],
});

describe("loadConvention", () => {
  it("loads what another convention may be: no renewal, a credit line of another length", () => {
    const loaded = loadConvention({ ...built, id: "t", renewedFrom: null, creditLine: built.creditLine.slice(0, 1) });
    expect(loaded).toMatchObject({ value: { id: "t", renewedFrom: null, creditLine: [{ code: "70" }] } });
  });

  it("takes a part of the credit line of which the act gives the code alone", () => {
    const loaded = loadConvention({ ...built, creditLine: [{ heading: "Nature", code: "70878" }] });
    expect(loaded).toMatchObject({ value: { creditLine: [{ heading: "Nature", code: "70878", label: "" }] } });
  });

  it("takes what is said of VAT without its full stop, which documents write", () => {
    const loaded = loadConvention({ ...built, vat: "Prix nets, non soumis à la TVA. " });
    expect(loaded).toMatchObject({ value: { vat: "Prix nets, non soumis à la TVA" } });
  });

  it("refuses each price of an intermediary where there is none: nobody would pay it", () => {
    const loaded = loadConvention({ ...built, debtor: null });
    if (loaded.ok) throw new Error("loaded");
    expect(loaded.error.map(({ file, code, params }) => `${file} ${code} ${params.field} ${params.value}`)).toEqual([
      // What the CAGB bears of the voted grid: the portal at 5,27; the software pack at 895 installed, 211 kept.
      "grid grid-price-of-nobody rows[0].maintenance.debtor 5.27",
      "grid grid-price-of-nobody rows[1].installation.debtor 895",
      "grid grid-price-of-nobody rows[1].maintenance.debtor 211",
    ]);
  });

  it.each([
    ["an unknown key", { ...built, tva: "20" }, "grid-unknown-key", "tva"],
    ["an unknown key of a party", withPart("debtor", { siret: "1" }), "grid-unknown-key", "debtor.siret"],
    ["a department of the debtor's", withPart("debtor", { department: "x" }), "grid-unknown-key", "debtor.department"],
    ["an unknown key of the act", withPart("act", { votedOn: null }), "grid-unknown-key", "act.votedOn"],
    ["an unknown key of the credit line", withCredit({ unit: "1" }), "grid-unknown-key", "creditLine[1].unit"],
    ["a missing key", { ...built, object: undefined }, "grid-missing-key", "object"],
    ["a renewal that is not said", { ...built, renewedFrom: undefined }, "grid-missing-key", "renewedFrom"],
    ["a missing party", { ...built, creditor: undefined }, "grid-not-a-record", "creditor"],
    ["a missing key of a party", withPart("creditor", { insee: undefined }), "grid-missing-key", "creditor.insee"],
    ["a missing day of the act", withPart("act", { receivedOn: undefined }), "grid-missing-key", "act.receivedOn"],
    ["a missing key of the credit line", withCredit({ code: undefined }), "grid-missing-key", "creditLine[1].code"],
    ["a blank label of the credit line", withCredit({ label: "" }), "grid-bad-text", "creditLine[1].label"],
    ["a missing account", withPart("accounts", { paid: undefined }), "grid-missing-key", "accounts.paid"],
    ["an account that is a number", withPart("accounts", { rebilled: 70875 }), "grid-bad-text", "accounts.rebilled"],
    ["a blank text", { ...built, service: " " }, "grid-bad-text", "service"],
    ["a text that is none", withPart("act", { body: 3 }), "grid-bad-text", "act.body"],
    ["a code of the credit line that is a number", withCredit({ code: 20 }), "grid-bad-text", "creditLine[1].code"],
    ["a party that is a text", { ...built, debtor: "CAGB" }, "grid-not-a-record", "debtor"],
    ["an act that is a text", { ...built, act: "Délibération n° 58" }, "grid-not-a-record", "act"],
    ["a credit line of texts", { ...built, creditLine: ["70"] }, "grid-not-a-record", "creditLine[0]"],
    ["a credit line that is no list", { ...built, creditLine: {} }, "grid-no-rows", "creditLine"],
    ["a credit line without a part", { ...built, creditLine: [] }, "grid-no-rows", "creditLine"],
    ["a day that does not exist", { ...built, from: "2014-02-30" }, "grid-bad-date", "from"],
    ["a French date", withPart("act", { receivedOn: "14/11/2014" }), "grid-bad-date", "act.receivedOn"],
    ["a day that is a number", { ...built, to: 20151101 }, "grid-bad-date", "to"],
    ["days that end before they start", { ...built, to: "2014-10-31" }, "grid-dates-reversed", "to"],
    ["a renewal that is a text", { ...built, renewedFrom: "2015" }, "grid-bad-date", "renewedFrom"],
    ["a renewal that is no year", { ...built, renewedFrom: 2014.5 }, "grid-bad-date", "renewedFrom"],
    ["a SIREN with spaces", withPart("creditor", { siren: "212 500 565" }), "grid-bad-code", "creditor.siren"],
    ["a SIREN whose key is wrong", withPart("creditor", { siren: "212500566" }), "grid-bad-code", "creditor.siren"],
    ["a SIREN that is a SIRET", withPart("debtor", { siren: "24250036100017" }), "grid-bad-code", "debtor.siren"],
    ["an INSEE code of four figures", withPart("creditor", { insee: "2556" }), "grid-bad-code", "creditor.insee"],
    [
      "a postal place for an INSEE code",
      withPart("creditor", { insee: "Besançon" }),
      "grid-bad-code",
      "creditor.insee",
    ],
  ])("refuses %s, and says which field", (_what, raw, code, field) => {
    const loaded = loadConvention(raw);
    if (loaded.ok) throw new Error("loaded");
    const faults = loaded.error.filter((error) => error.code === code);
    expect(faults.map(({ params }) => params.field)).toEqual(expect.arrayContaining([field]));
    expect(message(faults[0]!.code, faults[0]!.params)).toContain(field);
  });

  it("says each fault once, and gathers them all", () => {
    const raw = { ...built, id: "", renewedFrom: true, from: "x", creditLine: [] };
    const loaded = loadConvention(raw);
    expect(!loaded.ok && loaded.error.map(({ params }) => params.field).sort()).toEqual(
      ["creditLine", "from", "id", "renewedFrom"].sort(),
    );
  });

  it.each([null, undefined, "convention", 3, []])("refuses what is no object: %p", (raw) => {
    expect(loadConvention(raw)).toHaveProperty("error.0.code", "grid-not-a-record");
  });

  it("takes an INSEE code of Corsica, and a convention of one day", () => {
    expect(loadConvention(withPart("creditor", { insee: "2A004" }))).toHaveProperty("ok", true);
    expect(loadConvention({ ...built, to: built.from })).toHaveProperty("ok", true);
  });
});

describe("the convention of 2014 is what its deliberation says", () => {
  const convention = campaignOf(2014).convention;

  it("« 58 - Ordiclasse - Renouvellement de la convention avec la CAGB », decided by the Conseil Municipal", () => {
    expect(convention.act).toEqual({
      name: "Délibération n° 58",
      body: "conseil municipal",
      // « Récépissé préfectoral du 14 novembre 2014 »; the text does not say the day of the séance.
      receivedOn: { year: 2014, month: 11, day: 14 },
    });
    expect(convention.service).toBe("Ordiclasse");
  });

  it("« limitée à un an reconductible une fois »: the campaigns of 2014 and, renewed, 2015", () => {
    expect(convention.term).toBe("un an, reconductible une fois");
    expect(convention.renewedFrom).toBe(2014 + 1);
    expect([isoDate(convention.from), isoDate(convention.to)]).toEqual(["2014-11-01", "2015-11-01"]);
    expect(campaignOf(2015).convention).toBe(convention);
  });

  it("« La Ville de Besançon établit un titre de recettes à la CAGB », its machines kept by the Département TIC", () => {
    expect(convention.creditor).toMatchObject({
      name: "Ville de Besançon",
      insee: "25056",
      department: "Département TIC",
      executive: "le Maire",
    });
    expect(convention.debtor).toMatchObject({ short: "CAGB" });
  });

  it("« sur la ligne de crédit 70.020.70876.004839.10100 »", () => {
    expect(convention.creditLine.map(({ code }) => code).join(".")).toBe("70.020.70876.004839.10100");
    expect(convention.creditLine.map(({ heading }) => heading)).toEqual([
      ...["Chapitre", "Fonction", "Nature", "Code ligne", "Service"],
    ]);
  });

  it("a campaign that none covers has the last one that had begun, or the first one: one of later changes nothing before it", () => {
    const day = { month: 11, day: 1 };
    const later = { ...convention, id: "later", from: { year: 2031, ...day }, to: { year: 2032, ...day } };
    const nameFor = (year: number) => builtInConvention(year, [convention, later]).id;
    expect([2013, 2014, 2015, 2016, 2030].map(nameFor)).toEqual(Array(5).fill(convention.id));
    expect([2031, 2032, 2033].map(nameFor)).toEqual(Array(3).fill("later"));
  });

  it("a campaign that no convention covers is reported", () => {
    expect([2014, 2015].flatMap((year) => conventionWarnings(campaignOf(year)))).toEqual([]);
    for (const year of [2013, yearWithoutTariff]) {
      const [told, ...others] = conventionWarnings(campaignOf(year));
      expect(others).toEqual([]);
      expect(told).toMatchObject({
        severity: "warning",
        code: "campaign-without-convention",
        params: { campaign: year },
      });
    }
  });

  it("its local codes are those that the options may say otherwise", () => {
    const local = convention.creditLine.filter(({ option }) => option !== undefined);
    expect(local.map(({ heading, option }) => [heading, isParticular(option!)])).toEqual([
      ["Code ligne", true],
      ["Service", true],
    ]);
  });
});
