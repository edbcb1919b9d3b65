import { communeMatches } from "../../../src/taskpane/screens/reading/texts";
import { ficheAt, generatingText } from "../../../src/taskpane/texts/progress";
import { meaningOf } from "../../../src/taskpane/texts/roles";
import { createWords } from "../../../src/taskpane/texts/words";
import { ofHospitals } from "../../messages/nouns";
import { plain } from "../plain";

const french = createWords("fr", "fr-FR");
const english = createWords("en", "en-US");
const column = { cell: "E6", header: "Postes", role: "commune", prestation: null, nature: null };

describe("a number with its noun", () => {
  it("is singular for none and one in French, for one alone in English", () => {
    const said = (words: typeof french) => [0, 1, 2].map((count) => words.counted("pane-count-schools", count));
    expect(said(french)).toEqual(["0 école", "1 école", "2 écoles"]);
    expect(said(english)).toEqual(["0 schools", "1 school", "2 schools"]);
  });

  it("is grouped by thousands", () => {
    expect(french.counted("pane-count-pupils", 12970)).toBe("12\u202f970 élèves");
  });
});

test("a day and its month stay on one line, and so does « À corriger »", () => {
  expect(french.say("pane-situation", { year: 2014 })).toBe("Situation au 1er\u00a0novembre 2014");
  expect(english.say("pane-situation", { year: 2014 })).toBe("Situation on 1\u00a0November 2014");
  expect(french.say("pane-severity-error")).toBe("À\u00a0corriger");
});

describe("the words of a convention", () => {
  const hospitals = createWords("fr", "fr-FR", null, ofHospitals);
  const english = createWords("en", "en-US", null, ofHospitals);

  it("are its own nouns, in texts of the pane and in those that come with a screen", () => {
    expect(hospitals.counted("pane-count-schools", 2)).toBe("2 établissements");
    expect(hospitals.say("pane-edited-gone")).toMatch(/ce membre n’est plus facturé\.$/);
    expect(english.say("pane-situation", { year: 2026 })).toBe("Situation on 15\u00a0September 2026");
    expect(meaningOf({ ...column, role: "school-code" }, hospitals)).toBe("code de l’établissement");
    expect(hospitals.either(["Titre [CAGB]", "[CAGB] claim"])).toBe("Titre SIVOM");
  });
});

describe("the course of a generation", () => {
  const sheets = [
    { key: "controles", name: "Contrôles" },
    { key: "fiche-25056-1", name: "Fiche Besançon" },
    { key: "fiche-25197-2", name: "Fiche Deluz (2)" },
    { key: "journal", name: "Journal" },
  ];
  const at = (stage: "write" | "check" | "restore", sheet: string | null) =>
    plain(generatingText({ stage, done: 1, total: 4, sheet }, sheets, french));

  it("names the fiche in hand, counted among fiches", () => {
    expect(at("write", "Fiche Deluz (2)")).toBe("Fiche 2 sur 2 : Deluz (2)");
    expect(ficheAt("Journal", sheets)).toBeNull();
  });

  it("names any other sheet, counted among all", () => {
    expect(at("write", "Journal")).toBe("Feuille 4 sur 4 : Journal");
  });

  it("says what is done where no sheet is in hand", () => {
    expect(generatingText(null, sheets, french)).toBe("Vérification du classeur…");
    expect(at("write", null)).toBe("Préparation des feuilles…");
    expect(at("write", "Une autre")).toBe("Préparation des feuilles…");
    expect(at("check", null)).toBe("Relecture des feuilles écrites…");
    expect(at("restore", null)).toBe("Retour à l’état d’avant…");
  });
});

describe("the role of a column, in words", () => {
  it("is said in words, in both languages", () => {
    expect(meaningOf(column, french)).toBe("commune");
    expect(meaningOf({ ...column, role: "date-in" }, english)).toBe("date of entry into service");
    expect(meaningOf({ ...column, role: "headcount-part" }, french)).toBe("partie de l’effectif");
  });

  it("is the prestation of the act with its nature, or alone where it has none", () => {
    const counted = { ...column, role: "POSTE_STD", prestation: "Poste client standard" };
    expect(meaningOf({ ...counted, nature: "installation" }, french)).toBe("Poste client standard, installation");
    expect(meaningOf(counted, french)).toBe("Poste client standard");
  });
});

describe("the search of a commune", () => {
  it.each(["", "véze", "VEZE", "la v", "vèze (la", "25611", "256"])("finds La Vèze by « %s »", (search) => {
    expect(communeMatches(search, search.startsWith("vèze (") ? "Vèze (La)" : "La Vèze", "25611")).toBe(true);
  });

  it.each(["beure", "5611"])("does not find it by « %s »", (search) => {
    expect(communeMatches(search, "La Vèze", "25611")).toBe(false);
  });
});
