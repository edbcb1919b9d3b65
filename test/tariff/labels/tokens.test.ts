import { wordsOf } from "../../../src/tariff";

describe("an office's spelling is read as the words it stands for", () => {
  it.each([
    ["Poste stand.", "Poste standard"],
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
    ["Unités centrales", "UC"],
    ["Unité centrale", "UC"],
    ["Vidéo-projecteurs", "Vidéoprojecteur"],
    ["Tableaux blancs interactifs", "TBI"],
    ["Tableau numérique", "TBI"],
    ["Tableaux interactifs", "TBI"],
    ["Poste non standard", "Poste hors-standard"],
    ["Postes non standards", "Poste hors-standard"],
    ["Hors packs", "Hors pack"],
    ["Poste(s) client(s)", "Postes clients"],
    ["Serveur(s) installé(e)s", "Serveurs installes"],
  ])("« %s » as « %s »", (text, plain) => {
    expect(wordsOf(text)).toEqual(wordsOf(plain));
    expect(wordsOf(text)).not.toContain("");
  });

  it.each(["constructor", "toString", "valueOf", "__proto__"])("« %s » has no other spelling", (word) => {
    expect(wordsOf(word).join(" ")).toBe(word.toLowerCase().replaceAll("_", ""));
  });

  it.each(["accès", "dans", "sans", "hors", "tous", "cours", "bras", "depuis", "ULIS", "prix", "acquis", "repris"])(
    "« %s » ends by an s or an x that is no plural",
    (word) => {
      expect(wordsOf(word)[0]).toMatch(/[sx]$/);
    },
  );

  it("a plural is its singular, but for words of three letters", () => {
    expect(wordsOf("Tableaux, écrans, Gex, ENS")).toEqual(["tableau", "ecran", "gex", "ens"]);
  });

  it("a plus joins words, and a sign is no word", () => {
    expect(wordsOf("Mat + élém, 10 % (*)")).toEqual(["maternelle", "elementaire", "10", "%"]);
  });
});
