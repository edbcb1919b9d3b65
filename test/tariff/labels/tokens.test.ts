import { wordsOf } from "../../../src/tariff";

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
