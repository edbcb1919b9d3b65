import fc from "../properties";
import type { PriceArguments } from "../../src/functions/value-functions";
import { Refusal } from "../../src/functions/excel-values";
import { errorCell } from "./ranges";
import { amounts, gridTable, refusal, table, tarif } from "./results";

const given = (prestation: unknown, nature: unknown, rest: Partial<PriceArguments> = {}): PriceArguments => ({
  prestation,
  nature,
  payer: null,
  campaign: null,
  grid: null,
  ...rest,
});
const maint = (prestation: unknown, quantity: unknown, rest: Partial<PriceArguments> = {}) =>
  amounts(quantity, given(prestation, "Maintenance", rest));
const install = (prestation: unknown, quantity: unknown, rest: Partial<PriceArguments> = {}) =>
  amounts(quantity, given(prestation, "Installation", rest));

describe("TARIF gives the voted unit price", () => {
  // The whole table of the deliberation: installation then maintenance, CAGB then commune; null is no tariff.
  const voted: readonly [string, string, readonly (number | null)[]][] = [
    ["PORTAIL", "Accès Portail éducatif/enfant", [null, null, 5.27, null]],
    ["PACK", "Pack logiciel / école", [895, null, 211, null]],
    ["SERVEUR_STD", "Serveur standard / école", [null, 632, null, 263.33]],
    ["POSTE_STD", "Poste client standard", [null, 31.6, null, 36.86]],
    ["SERVEUR_SPEC", "Serveur spécifique", [null, 947.96, null, 315.18]],
    ["POSTE_SPEC", "Poste spécifique", [null, 84.26, null, 47.39]],
    ["LOGICIEL_SPEC", "Logiciel spécifique", [null, 21.06, null, 10.53]],
    ["PIECES", "Pièces détachées", [null, 21.06, null, null]],
    ["IMPRIMANTE", "Imprimante jet encre", [null, null, null, 15.79]],
  ];
  const cells = voted.flatMap(([code, wording, prices]) =>
    ["Installation", "Maintenance"].flatMap((nature, i) =>
      ["CAGB", "Commune"].map((payer, j) => {
        const [own, other] = [prices[2 * i + j] ?? null, prices[2 * i + 1 - j] ?? null];
        // No tariff for that payer is 0 where the other one has one, else #N/A. (decisions §6)
        return [code, wording, nature, payer, own ?? (other === null ? "#N/A" : 0)] as const;
      }),
    ),
  );

  test.each(cells)("%s, « %s », %s, %s: %s", (code, wording, nature, payer, expected) => {
    for (const prestation of [code, wording, [[wording]], code.toLowerCase(), wording.toUpperCase()]) {
      const price = tarif(given(prestation, nature, { payer, campaign: 2014 }));
      expect(price instanceof Refusal ? price.error : price).toBe(expected);
    }
  });

  test("TARIF adds the prices of both payers when none is named", () => {
    expect(tarif(given("POSTE_STD", "Maintenance"))).toBe(36.86);
    expect(tarif(given("PACK", "Installation"))).toBe(895);
    const shared = table(gridTable(2014)).map((row, index) =>
      index === 2 ? [...row.slice(0, 6), 39.5, ...row.slice(7)] : row,
    );
    expect(tarif(given("PACK", "Maintenance", { grid: shared }))).toBe(250.5); // 211 + 39.50
  });

  test.each([
    ["PC", 36.86],
    ["Postes clients standards", 36.86],
    ["Serveur std", 263.33],
    ["Élèves", 5.27],
    ["imprimantes jet d’encre", 15.79],
  ])("a prestation is recognised as in headers: « %s »", (prestation, price) => {
    expect(tarif(given(prestation, "maintenance"))).toBe(price);
  });

  test.each([
    ["Zorglub", "#VALUE!", 'Prestation inconnue : Zorglub. Exemple : "POSTE_STD".'],
    ["Total", "#VALUE!", 'Prestation inconnue : Total. Exemple : "POSTE_STD".'],
    [12, "#VALUE!", 'Prestation inconnue : 12. Exemple : "POSTE_STD".'],
    [true, "#VALUE!", 'Prestation inconnue : VRAI. Exemple : "POSTE_STD".'],
    ["Postes", "#VALUE!", "« Postes » est à préciser : Poste client standard ou Poste spécifique ?"],
    ["Vidéoprojecteurs", "#N/A", "Aucun tarif voté pour « Vidéoprojecteurs »."],
    [null, "#VALUE!", 'Prestation attendue, par exemple "POSTE_STD".'],
    ["  ", "#VALUE!", 'Prestation attendue, par exemple "POSTE_STD".'],
    [errorCell("#DIV/0!"), "#DIV/0!", "La cellule donnée contient l’erreur #DIV/0!."],
    [errorCell("#REF!"), "#VALUE!", "La cellule donnée contient l’erreur #REF!."],
  ])("a prestation that is none, %s, is %s: %s", (prestation, error, text) => {
    expect(refusal(tarif(given(prestation, "Maintenance")))).toEqual({ error, text });
  });

  test("a nature that has no tariff is #N/A, in words", () => {
    expect(refusal(tarif(given("IMPRIMANTE", "Installation")))).toEqual({
      error: "#N/A",
      text: "Aucun tarif d’installation pour « Imprimante jet encre ».",
    });
    expect(refusal(tarif(given("PIECES", "Maintenance"))).text).toBe(
      "Aucun tarif de maintenance pour « Pièces détachées ».",
    );
  });

  test.each([null, "", "Maintien", 1, true])("a nature that is none, %s, is #VALUE!", (nature) => {
    const text = 'Nature attendue : "Installation" ou "Maintenance".';
    expect(refusal(tarif(given("POSTE_STD", nature)))).toEqual({ error: "#VALUE!", text });
  });

  test.each(["Ville", 1, "cagb commune"])("a payer that is none, %s, is #VALUE!", (payer) => {
    expect(refusal(tarif(given("POSTE_STD", "Maintenance", { payer })))).toEqual({
      error: "#VALUE!",
      text: 'Payeur attendu : "CAGB" ou "Commune", ou rien pour les deux.',
    });
  });

  test.each(["", null, undefined, [[null]]])("a payer left out as %j is both", (payer) => {
    expect(tarif(given("POSTE_STD", "Maintenance", { payer }))).toBe(36.86);
  });
});

describe("INSTALL and MAINT multiply", () => {
  test("INSTALL and MAINT multiply a quantity by its price, to the cent", () => {
    expect(maint("Poste client standard", [[12]])).toEqual([[442.32]]); // 12 × 36.86
    expect(install("Poste client standard", [[7]])).toEqual([[221.2]]); // 7 × 31.60
    expect(maint("POSTE_STD", 12)).toEqual([[442.32]]);
    expect(maint("SERVEUR_STD", [[3]])).toEqual([[789.99]]); // 3 × 263.33: no cap of one a school
    expect(maint("PORTAIL", [[12970]], { payer: "CAGB" })).toEqual([[68351.9]]); // 12 970 × 5.27
    expect(maint("PORTAIL", [[12970]], { payer: "Commune" })).toEqual([[0]]);
  });

  test("a range to its own shape: a blank gives 0, a bad cell its own error", () => {
    const [first, second] = table(
      maint("Poste client standard", [
        [12, null, "-3"],
        [1, errorCell("#N/A"), "12 postes"],
      ]),
    );
    expect(first!.slice(0, 2)).toEqual([442.32, 0]);
    expect(refusal(first![2])).toEqual({
      error: "#VALUE!",
      text: "Quantité « -3 » : un nombre entier, 0 ou plus, est attendu.",
    });
    expect(second![0]).toBe(36.86);
    expect(refusal(second![1])).toEqual({ error: "#N/A", text: "La cellule donnée contient l’erreur #N/A." });
    expect(refusal(second![2]).text).toContain("« 12 postes »");
  });

  test("a quantity as an inventory writes it", () => {
    const quantities = [[1204], ["1 204"], ["12,0"], ["–"], ["néant"], [0], [""], ["s.o."]];
    const expected = [44379.44, 44379.44, 442.32, 0, 0, 0, 0, 0]; // 1 204 × 36.86
    expect(maint("POSTE_STD", quantities)).toEqual(expected.map((amount) => [amount]));
    expect(maint("PACK", [["oui"], [true], ["x"], ["non"]])).toEqual([[211], [211], [211], [0]]);
  });

  test.each([-3, 2.5, "beaucoup", "12 postes", "≈12", "oui", true, 1e9, "1.204"])(
    "a quantity that is none, %s, alone or in a range, is #VALUE!",
    (quantity) => {
      const text = expect.stringMatching(/^Quantité « .+ » : un nombre entier, 0 ou plus, est attendu\.$/);
      expect(refusal(maint("POSTE_STD", [[quantity]]))).toEqual({ error: "#VALUE!", text });
      const [[bad], [good]] = table(maint("POSTE_STD", [[quantity], [1]])) as [[unknown], [unknown]];
      expect(refusal(bad)).toEqual({ error: "#VALUE!", text });
      expect(good).toBe(36.86);
    },
  );

  test.each(["O", "o"])(
    "the letter %s is a yes or a zero: nothing of its own says which, whatever is beside it",
    (letter) => {
      expect(refusal(maint("PACK", [[letter]]))).toEqual({
        error: "#VALUE!",
        text: `Quantité « ${letter} » : un nombre entier, 0 ou plus, est attendu.`,
      });
      const [[yes], [bad]] = table(maint("PACK", [["oui"], [letter]])) as [[unknown], [unknown]];
      expect(yes).toBe(211);
      expect(refusal(bad).error).toBe("#VALUE!");
    },
  );

  test.each([null, undefined, "", "  ", [[null]], [[""]]])("a blank alone, %j, is #VALUE!, never 0", (quantity) => {
    expect(refusal(maint("POSTE_STD", quantity))).toEqual({
      error: "#VALUE!",
      text: "Quantité vide : un nombre entier, 0 ou plus, est attendu.",
    });
  });

  test("an argument that refuses refuses the whole range", () => {
    expect(refusal(install("IMPRIMANTE", [[1], [2]])).error).toBe("#N/A");
    expect(refusal(maint("Zorglub", [[1], [2]])).error).toBe("#VALUE!");
  });

  test("a range gives what each of its cells gives alone, in any shape", () => {
    const cell = fc.oneof(fc.nat({ max: 9_999_999 }), fc.integer({ max: -1 }), fc.constantFrom("12", "x", "12 ?"));
    const range = fc
      .record({ rows: fc.integer({ min: 1, max: 5 }), columns: fc.integer({ min: 2, max: 5 }) })
      .chain(({ rows, columns }) =>
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
      );
    const prestation = fc.constantFrom("POSTE_STD", "PACK", "PIECES", "SERVEUR_SPEC");
    fc.assert(
      fc.property(range, prestation, fc.constantFrom(maint, install), (quantities, code, price) => {
        const whole = price(code, quantities);
        const alone = quantities.map((row) => row.map((quantity) => price(code, [[quantity]])));
        if (whole instanceof Refusal) {
          for (const one of alone.flat()) expect(refusal(one).error).toBe("#N/A");
          return;
        }
        expect(whole).toEqual(alone.map((row) => row.map((one) => (one instanceof Refusal ? one : one[0]![0]))));
      }),
    );
  });

  test("every amount is its exact number of cents", () => {
    fc.assert(
      fc.property(fc.nat({ max: 9_999_999 }), (quantity) => {
        const [[amount]] = table(maint("POSTE_STD", [[quantity]])) as [[number]];
        expect(amount.toFixed(2)).toBe(
          `${(BigInt(quantity) * 3686n) / 100n}.${String((BigInt(quantity) * 3686n) % 100n).padStart(2, "0")}`,
        );
      }),
    );
  });
});
