import { takeYears, wordsOf } from "../../../src/tariff";

describe("an office's spelling is read as the words it stands for", () => {
  it.each([
    ["Poste stand.", "Poste standard"],
    ["II – Installations de l’année", "Installations de l’année"],
    ["B. En service", "En service"],
    ["I - Maintenance", "Maintenance"],
    ["Poste std", "Poste standard"],
    ["Pst spécif.", "Poste spécifique"],
    ["Serv. spec.", "Serveur spécifique"],
    ["Srv spé", "Serveur spécifique"],
    ["Micro", "Ordinateur"],
    ["Microordinateurs", "Ordinateur"],
    ["Micro-ordinateurs", "Ordinateur"],
    ["Ordis", "Ordinateur"],
    ["Imprim. JE", "Imprimante jet"],
    ["Imp. JdE", "Imprimante jet"],
    ["Impr. jet d’encre", "Imprimante jet"],
    ["Imprimante jet (encre)", "Imprimante jet d’encre"],
    ["Effectif mat+élém", "Effectif mat élém"],
    ["Log. suppl.", "Logiciel supplémentaire"],
    ["Soft supp.", "Logiciel supplémentaire"],
    ["Suite logicielle", "Suite logiciel"],
    ["Pièces dét.", "Pièce détachée"],
    ["Pièce détaché", "Pièce détachée"],
    ["Eff. élém.", "Effectif élémentaire"],
    ["Eff. eleme", "Effectif élémentaire"],
    ["Élémentaires", "Élémentaire"],
    ["Mat.", "Maternelle"],
    ["Prim.", "Primaire"],
    ["Pack péda", "Pack pédagogique"],
    ["Nbre de postes", "Nb de poste"],
    ["Nombre de postes", "Nb de poste"],
    ["Num. inventaire", "Numéro inventaire"],
    ["No inventaire", "Numéro inventaire"],
    ["N° inventaire", "Numéro inventaire"],
    ["N d’ordre", "Numéro ordre"],
    ["Inst.", "Installation"],
    ["Install.", "Installation"],
    ["Maint.", "Maintenance"],
    ["Qté", "Quantité"],
    ["Qt", "Quantité"],
    ["Étab.", "Établissement"],
    ["Établ.", "Établissement"],
    ["Cne", "Commune"],
    ["Obs.", "Observation"],
    ["Unités centrales", "UC"],
    ["Unité centrale", "UC"],
    ["Vidéo-projecteurs", "Vidéoprojecteur"],
    ["Tableaux blancs interactifs", "TBI"],
    ["Tableau numérique", "TBI"],
    ["Tableaux interactifs", "TBI"],
    ["Poste non standard", "Poste hors-standard"],
    ["Postes non standards", "Poste hors-standard"],
    ["Hors packs", "Hors pack"],
    ["M.E.S.", "Mise en service"],
    ["MES", "Mise en service"],
    ["Mises en service", "Mise en service"],
    ["Groupes scolaires", "Groupe scolaire"],
    ["Codes-barres", "Code-barre"],
  ])("« %s » as « %s »", (text, plain) => {
    expect(wordsOf(text)).toEqual(wordsOf(plain));
    expect(wordsOf(text).words).not.toContain("");
  });

  it.each(["constructor", "toString", "valueOf", "__proto__"])("« %s » has no other spelling", (word) => {
    expect(wordsOf(word).words.join(" ")).toBe(word.toLowerCase().replaceAll("_", ""));
  });

  it("two words that mean one thing are one", () => {
    expect(wordsOf("Mis en service / en service / S/N / groupe scolaire / code-barre").words).toEqual([
      "mise",
      "enservice",
      "serie",
      "groupescolaire",
      "codebarre",
    ]);
  });

  it.each(["accès", "dans", "sans", "hors", "tous", "cours", "bras", "depuis", "ULIS", "prix", "acquis", "repris"])(
    "« %s » ends by an s or an x that is no plural",
    (word) => {
      expect(wordsOf(word).words[0]).toMatch(/[sx]$/);
    },
  );

  it("a plural is its singular, but for words of three letters", () => {
    expect(wordsOf("Tableaux, écrans, Gex, ENS").words).toEqual(["tableau", "ecran", "gex", "ens"]);
  });

  it("a plus joins words, and a sign is no word", () => {
    expect(wordsOf("Mat + élém, 10 % (*)").words).toEqual(["maternelle", "elementaire", "10", "%"]);
  });
});

describe("the years of a header", () => {
  it.each([
    ["effectif au 01/11/2014", [2014], "effectif au"],
    ["effectif au 1/1/14", [2014], "effectif au"],
    ["parc 01.11.14", [2014], "parc"],
    ["parc 01 11 2014", [2014], "parc"],
    ["le 15 janvier 2014", [2014], "le"],
    ["le 1er novembre 2014", [2014], "le"],
    ["le 1er novembre", [], "le"],
    ["rentree 2014 2015", [2014, 2015], "rentree"],
    ["rentree 2014/15", [2014, 2015], "rentree"],
    ["rentree 2014 15", [2014, 2015], "rentree"],
    ["rentree 1999", [1999], "rentree"],
    ["releve du 31/12/1989", [], "releve du"],
    ["releve du 31/12/1990", [1990], "releve du"],
    ["releve du 31/12/2099", [2099], "releve du"],
    ["releve du 31/12/2100", [], "releve du"],
    ["releve du 31/12/98", [1998], "releve du"],
    ["releve du 31/12/29", [2029], "releve du"],
    ["effectif au 1/11", [], "effectif au"],
    ["effectif au 01/11", [], "effectif au"],
    ["effectif au 1er/11", [], "effectif au"],
    ["effectif n 1", [], "effectif"],
  ])("« %s » names %j, and the rest is « %s »", (folded, years, rest) => {
    const found = takeYears(folded);
    expect(found.years).toEqual(years);
    expect(found.rest.trim()).toBe(rest);
  });

  it.each([
    ["effectif au 01/11/2014", [20141101]],
    ["parc 01.11.14", [20141101]],
    ["le 15 janvier 2014", [20140115]],
    ["du 02/11/2013 au 01/11/2014", [20131102, 20141101]],
    ["rentree de septembre 2014", [20140901]],
    ["effectif au 12 sept. 2014", [20140912]],
    ["parc au 1er nov. 2014", [20141101]],
    ["parc au 01 nov 14", [20141101]],
    ["parc au 1er novembre 14", [20141101]],
    ["du 2 nov. 2013 au 1er nov. 2014", [20131102, 20141101]],
    ["juin 2014", [20140601]],
    ["janv. 2014", [20140101]],
    ["fev 2014", [20140201]],
    ["jan. 2014", [20140101]],
    ["12 mar. 2014", [20140312]],
    ["sep. 2014", [20140901]],
    ["juill. 2014", [20140701]],
    ["avr. 14", [20140401]],
    ["juil. 2014", [20140701]],
    ["sept 14", [20140901]],
    ["oct. 2014", [20141001]],
    ["dec. 2013", [20131201]],
    ["le 1er novembre", []],
    ["rentree 2014", []],
    ["lot 45/01/2014", []],
    ["lot 01/45/2014", []],
    ["tel. 03 81 55 20 14", []],
  ])("« %s » names in full the days %j", (folded, days) => {
    expect(takeYears(folded).days).toEqual(days);
  });

  it("are not those of three numbers that make no date", () => {
    expect(takeYears("salles 12 40 14")).toEqual({ rest: "salles 12 40 14", years: [], days: [] });
    expect(takeYears("salles 40 12 14").years).toEqual([]);
  });

  it("are not found in a number beside a year, nor in a code", () => {
    expect(takeYears("2014 16")).toEqual({ rest: "  16", years: [2014], days: [] });
    expect(takeYears("salle 120145").years).toEqual([]);
    expect(takeYears("2099/00").years).toEqual([2099]);
  });
});
