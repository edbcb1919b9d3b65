import { message } from "../../src/messages";
import { fr } from "../../src/messages/catalogue";
import { Refusal, shown } from "../../src/functions/excel-values";
import { plain } from "./results";

/** The longest that a message repeats: a value shortened, a prestation of the act, the longest name of a commune. */
const longest = {
  value: shown("x".repeat(99)),
  prestation: "Accès Portail éducatif/enfant",
  candidates: "Poste client standard ou Poste spécifique",
  commune: "Braillans",
  suggestion: "Châtillon-le-Duc",
  campaign: 2014,
  count: 999,
  row: 999,
  column: 10,
};

const codes = (Object.keys(fr) as (keyof typeof fr)[]).filter((code) => code.startsWith("function-"));

test.each(codes)("« %s » holds on the line that Excel shows", (code) => {
  const text = message(code, longest);
  expect(text).not.toMatch(/[{}]/);
  expect(text.length).toBeLessThanOrEqual(90);
});

test("a refusal speaks French, and shortens what it repeats", () => {
  const refusal = new Refusal("#VALUE!", "function-bad-quantity", {
    value: shown("beaucoup trop de choses à compter"),
  });
  expect(plain(refusal.text)).toBe("Quantité « beaucoup trop de choses… » : un nombre entier, 0 ou plus, est attendu.");
  expect([shown(-2.5), shown(true), shown("  12 ? ")]).toEqual(["−2,5", "VRAI", "12 ?"]);
});
