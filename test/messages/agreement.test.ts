import "../../src/inventory";
import { commandMessage, inNouns, message } from "../../src/messages";
import { writtenTexts } from "./catalogues";
import { of2014, ofCanteens, ofHospitals } from "./nouns";

const said = (text: string) => [of2014, ofHospitals, ofCanteens].map((nouns) => inNouns(text, nouns, "fr"));

describe("a text in the nouns of a convention", () => {
  it.each([
    ["[la commune]", "la commune", "le membre", "la halte-garderie"],
    ["[de la commune]", "de la commune", "du membre", "de la halte-garderie"],
    ["[L’école]", "L’école", "L’établissement", "Le restaurant scolaire"],
    ["[à l’école]", "à l’école", "à l’établissement", "au restaurant scolaire"],
    ["[de l’école]", "de l’école", "de l’établissement", "du restaurant scolaire"],
    ["[d’une école]", "d’une école", "d’un établissement", "d’un restaurant scolaire"],
    ["[cette école]", "cette école", "cet établissement", "ce restaurant scolaire"],
    ["[cette commune]", "cette commune", "ce membre", "cette halte-garderie"],
    ["[aucune commune]", "aucune commune", "aucun membre", "aucune halte-garderie"],
    ["[quelle école]", "quelle école", "quel établissement", "quel restaurant scolaire"],
    ["[toute l’école]", "toute l’école", "tout l’établissement", "tout le restaurant scolaire"],
    ["[sa commune], [sa CAGB]", "sa commune, sa CAGB", "son membre, son SIVOM", "sa halte-garderie, son Agglo"],
    ["[Une commune membre]", "Une commune membre", "Un membre", "Une halte-garderie membre"],
    ["[une seule|seul école]", "une seule école", "un seul établissement", "un seul restaurant scolaire"],
    ["[commune:à laquelle|auquel]", "à laquelle", "auquel", "à laquelle"],
    ["[la même école]", "la même école", "le même établissement", "le même restaurant scolaire"],
    ["[d’écoles]", "d’écoles", "d’établissements", "de restaurants scolaires"],
    ["[des écoles]", "des écoles", "des établissements", "des restaurants scolaires"],
    ["[qu’une école]", "qu’une école", "qu’un établissement", "qu’un restaurant scolaire"],
    ["[Écoles]", "Écoles", "Établissements", "Restaurants scolaires"],
    ["[la CAGB]", "la CAGB", "le SIVOM", "l’Agglo"],
    ["[De la CAGB]", "De la CAGB", "Du SIVOM", "De l’Agglo"],
    ["[à la CAGB]", "à la CAGB", "au SIVOM", "à l’Agglo"],
    ["Titre [CAGB]", "Titre CAGB", "Titre SIVOM", "Titre Agglo"],
    ["[de la Ville]", "de la Ville", "de l’hôpital", "du Département"],
    ["[d’Ordiclasse]", "d’Ordiclasse", "d’Accueil", "de Cantines"],
    ["[qu’Ordiclasse]", "qu’Ordiclasse", "qu’Accueil", "que Cantines"],
    ["[de Besançon]", "de Besançon", "du Mans", "d’Ornans"],
    ["au [1er\u00a0novembre]", "au 1er\u00a0novembre", "au 15\u00a0septembre", "au 31\u00a0décembre"],
    ["du [2 novembre]", "du 2 novembre", "du 16 septembre", "du 1er janvier"],
    [
      "[l’école paraît fermée|fermé]",
      "l’école paraît fermée",
      "l’établissement paraît fermé",
      "le restaurant scolaire paraît fermé",
    ],
    ["[école:Elle|Il], [commune:elles|ils]", "Elle, elles", "Il, ils", "Il, elles"],
  ])("agrees in French: %s", (text, ...wanted) => {
    expect(said(text)).toEqual(wanted);
    expect(inNouns(text, null, "fr")).toBe(wanted[0]);
  });

  it.each([
    [
      "[A school] of [the CAGB]",
      "A school of the CAGB",
      "An establishment of the SIVOM",
      "A school canteen of the Agglo",
    ],
    [
      "[Schools], one [a commune]",
      "Schools, one a commune",
      "Establishments, one a member",
      "School canteens, one a day nursery",
    ],
    [
      "[1 November] and [2 November]",
      "1 November and 2 November",
      "15 September and 16 September",
      "31 December and 1 January",
    ],
  ])("has its article in English: %s", (text, ...wanted) => {
    expect([of2014, ofHospitals, ofCanteens].map((nouns) => inNouns(text, nouns, "en"))).toEqual(wanted);
  });

  it("keeps brackets around what is filled in, and those of what fills it", () => {
    const speech = { language: "fr", nouns: ofCanteens } as const;
    expect(commandMessage("cli-anomalies-alike", { count: 3 }, speech)).toBe("[3 de plus, du même genre]");
    expect(message("missing-headcount", { school: "[École]" }, speech)).toContain("[École]");
  });
});

/**
 * What is typed, or read, as it is: values of arguments and of options, headings of columns; communes of France, among which
 * members are looked for; and a term of the law.
 */
const asTyped: Readonly<Record<string, RegExp>> = {
  "cli-bad-campaign": /1er.novembre|1 November/,
  "cli-encoding-no-list": /--csv-communes/,
  "cli-help-campaign": /1er.novembre|1 November/,
  "communes-unknown-column": /Communes/,
  "communes-missing-column": /Communes/,
  "communes-empty": /Communes/,
  "convention-without-communes": /Communes/,
  "cli-help-convention": /communes\.json/,
  "commune-no-longer": /commune nouvelle|new commune/,
  "function-bad-grouping": /"commune"|"école"/g,
  "function-bad-payer": /"Commune"|"CAGB"/g,
  "no-school-column": /École/,
  "pane-convention-search": /commune/,
  "pane-convention-search-add-all": /communes/,
  "pane-convention-search-date": /communes/,
  "options-sheet-missing-in-word": /commune (ou|or) titre/,
  "pupil-list-without-school": /École/,
  "sheet-without-commune": /Commune/,
  "two-communes": /Commune/,
  "unknown-role": /([«“].?)(commune|école|school)(?=.?[”»])/g,
  "unread-equipment": /École|School/,
};

describe.each(["fr", "en"] as const)("the texts of the program, in %s", (language) => {
  const texts = writtenTexts(language);

  it("say with the nouns of 2014 what they are written with", () => {
    const differing = texts.filter(([, text]) => inNouns(text, of2014, language) !== inNouns(text, null, language));
    expect(differing).toEqual([]);
  });

  it.each([ofHospitals, ofCanteens])("name nothing of 2014 where a convention has its own nouns: $service", (nouns) => {
    const left = /école|school(?! canteen)|commune|CAGB|Ville|Besançon|Ordiclasse|novemb|[[\]|]/i;
    const faults = texts.flatMap(([code, text]) => {
      const said = inNouns(text.replace(/\[\{.*\]/, ""), nouns, language).replace(/\{\??\w+[}:]|ORDICLASSE/g, "");
      return left.test(said.replace(asTyped[code] ?? "", "")) ? [[code, said]] : [];
    });
    expect(faults).toEqual([]);
  });

  it("hold no word in brackets that would not agree with a masculine noun", () => {
    const agreeing = "la une cette aucune quelle toute sa l d qu";
    const alike = "de à a même autre ses membre est était sont paraît n ne pas plus";
    const known = new Set(`${agreeing} ${alike}`.split(" "));
    const words = texts.flatMap(([, text]) => [...text.matchAll(/\[([^[\]{}:]+)\]/g)].map(([, said]) => said!));
    const fixed = words.flatMap((said) =>
      said
        .replace(/\S+\|\S+|[12](?:er)?.novembre|[12] November/gi, "")
        .replace(/(école|school|commune|CAGB|Ville|Ordiclasse|Besançon)s?/i, "")
        .split(/[ ’]+/),
    );
    expect([...new Set(fixed)].filter((word) => word !== "" && !known.has(word.toLowerCase()))).toEqual([]);
  });
});
