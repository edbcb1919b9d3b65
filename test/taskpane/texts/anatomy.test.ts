import "../../../src/inventory";
import { message } from "../../../src/messages";
import { en, fr } from "../../../src/messages/catalogue";
import { afterTitle, anatomyOf, towardsAnswers } from "../../../src/taskpane/texts/anatomy";
import { plain } from "../plain";

const params = { commune: "Avane-Aveney", campaign: 2014, suggestion: "Avanne-Aveney (25036)" };

describe("a point", () => {
  it("is laid out as what, then why, then what to do", () => {
    const { what, rest } = anatomyOf(plain(message("unknown-commune", params)));
    expect(what).toBe("« Avane-Aveney » ne figure pas parmi les communes de la CAGB au 1er novembre 2014");
    expect(rest).toEqual([
      "La ligne n’est pas facturée.",
      "Nom le plus proche : Avanne-Aveney (25036).",
      "Corrigez le nom dans la feuille, ou dites dans les options de quelle commune il s’agit.",
    ]);
  });

  it("is laid out the same in English", () => {
    const { what, rest } = anatomyOf(message("unknown-commune", params, "en"));
    expect(what).toBe("“Avane-Aveney” is not one of the CAGB’s communes on 1 November 2014");
    expect(rest[0]).toBe("The row is not billed.");
    expect(rest).toHaveLength(3);
  });

  it("is not cut inside what the cell holds", () => {
    const { what } = anatomyOf(message("quantity-text", { value: "env. 12 : à voir. Bis" }));
    expect(plain(what)).toBe("« env. 12 : à voir. Bis » n’est pas un nombre");
  });

  it("is not cut after “no.” in English", () => {
    const { what } = anatomyOf(
      message("issued-amounts-differ", { issued: "2014-01", issuedVersion: 1, date: "28/11/2014" }, "en"),
    );
    expect(what).toBe("Statement no. 2014-01, version 1, was issued on 28/11/2014, and amounts have changed since");
  });

  it("keeps every word of the message", () => {
    const letters = (text: string) => text.replace(/[\s:.]+/g, "").toLowerCase();
    for (const text of [...Object.values(fr), ...Object.values(en)]) {
      const { what, rest } = anatomyOf(text);
      expect(letters(what + rest.join(""))).toBe(letters(text));
      expect(what).not.toBe("");
    }
  });
});

test("a title that is the first sentence of a message is not said twice", () => {
  const cellEdit = message("office-cell-edit", { untouched: "1" });
  expect(cellEdit.startsWith(message("pane-editing-title"))).toBe(true);
  expect(afterTitle(cellEdit)).toBe(
    "Rien n’a été changé dans le classeur. Validez la saisie (Entrée) ou abandonnez-la (Échap), puis relancez.",
  );
});

describe("a sentence above the answers of its point", () => {
  it.each([
    ["Écartez-la dans les options, ou acceptez cette cellule.", "Écartez-la ci-dessous, ou acceptez cette cellule."],
    [
      "Corrigez-le, ou dites une fois dans les options ce que c’est.",
      "Corrigez-le, ou dites une fois ci-dessous ce que c’est.",
    ],
    ["Correct it, or say once in the options what it is.", "Correct it, or say once below what it is."],
  ])("sends to them: « %s »", (sentence, below) => {
    expect(towardsAnswers(sentence)).toBe(below);
  });

  it("is left where it says what stands in the options", () => {
    const sentence = "C’est un choix inscrit dans les options : retirez-le s’il ne vaut plus.";
    expect(towardsAnswers(sentence)).toBe(sentence);
  });
});
