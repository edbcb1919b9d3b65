import { ItemNamer } from "../../../src/tariff";
import { namedBy, row } from "./named";

const scanner = row("SCAN_A3", "Maintenance du scanner (grand format)", "unité");

describe("a row of a grid is named by the words of its act", () => {
  it.each([
    ["Maintenance du scanner grand format", "its wording"],
    ["SCANNERS GRANDS FORMATS", "its wording in the plural and in capitals"],
    ["Format grand, scanner", "its words in another order"],
    ["Scanner grand format (salle 3)", "its wording beside other words"],
    ["SCAN_A3", "its code"],
    ["Scan A3", "the words of its code"],
  ])("« %s »: %s", (text) => {
    expect(namedBy([scanner])(text)).toMatchObject({ kind: "prestation", code: "SCAN_A3", weak: false, part: null });
  });

  it.each(["Installation de l’écran", "Écrans par école", "Maintenance des écrans"])(
    "« %s » says no more than « Écran »",
    (prestation) => {
      expect(namedBy([row("MONITEUR_24", prestation, "unité")])("Écrans")).toMatchObject({ code: "MONITEUR_24" });
    },
  );

  it("every word of a wording counts: « Scanner » is not « Scanner grand format »", () => {
    expect(namedBy([scanner])("Scanners")).toEqual({ kind: "none" });
  });

  it("the longest wording whose words are all there wins, whatever the order of the rows", () => {
    const rows = [row("COURT", "Scanner", "unité"), scanner];
    for (const order of [rows, rows.toReversed()]) {
      expect(namedBy(order)("Scanner grand format")).toMatchObject({ code: "SCAN_A3" });
      expect(namedBy(order)("Scanner")).toMatchObject({ code: "COURT" });
    }
  });

  it("a wording of which every word may be omitted names nothing: only the code does", () => {
    const named = namedBy([row("FORFAIT", "Maintenance par école", "école")]);
    expect(named("École")).toEqual({ kind: "none" });
    expect(named("Forfait")).toMatchObject({ code: "FORFAIT" });
  });

  it("the label says the words that decided, in the order of the alphabet", () => {
    expect(namedBy([scanner])("Scanner grand format (salle 3)")).toEqual({
      kind: "prestation",
      code: "SCAN_A3",
      words: "format grand scanner",
      weak: false,
      part: null,
      qualifiers: [],
    });
  });
});

describe("a wording is not named", () => {
  const named = namedBy([row("BORNE", "Borne", "unité"), row("SRV", "Serveur", "unité")]);

  it.each([
    ["Borne et copieur", "beside another equipment"],
    ["Bornes élèves", "beside pupils"],
    ["Serveur dédié", "where a qualifier makes another of its noun"],
  ])("a wording is not named by « %s », %s", (text) => {
    expect(named(text).kind).not.toBe("prestation");
  });

  it("a wording is not named by the qualifier of another noun", () => {
    expect(named("Borne A4")).toMatchObject({ code: "BORNE" });
  });
});

describe("the workstations of a grid without those of 2014", () => {
  const client = row("CLIENT", "Terminal léger", "poste");
  const mobile = row("MOBILE", "Terminal nomade", "poste");

  it.each(["Postes", "Ordinateurs", "PC portables", "UC", "Stations", "Postes spécifiques"])(
    "« %s » are its only ones",
    (text) => {
      expect(namedBy([client])(text)).toMatchObject({ kind: "prestation", code: "CLIENT", weak: false });
    },
  );

  it("are ambiguous when it has several", () => {
    expect(namedBy([client, mobile])("Postes élèves")).toEqual({
      kind: "ambiguous",
      words: "eleve poste",
      candidates: ["CLIENT", "MOBILE"],
    });
  });

  it("are no other equipment", () => {
    expect(namedBy([client])("Serveurs")).toEqual({ kind: "untariffed", words: "serveur" });
  });

  it("are not its other rows counted in postes, where it has one of those of 2014", () => {
    const named = namedBy([row("POSTE_SPEC", "Poste spécifique", "poste"), client]);
    expect(named("PC portables")).toMatchObject({ code: "POSTE_SPEC" });
    expect(named("PC")).toEqual({ kind: "none" });
  });
});

describe("a name of a grid's own", () => {
  const namer = new ItemNamer({ rows: [scanner] });

  it("is its row's, and ambiguous when several rows have it", () => {
    expect(namer.called(["SCAN_A3"], ["numeriseur"])).toMatchObject({ kind: "prestation", code: "SCAN_A3" });
    expect(namer.called(["A", "B"], ["borne", "arceau"])).toEqual({
      kind: "ambiguous",
      words: "arceau borne",
      candidates: ["A", "B"],
    });
  });
});
