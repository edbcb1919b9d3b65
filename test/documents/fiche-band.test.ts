import type { SheetModel } from "../../src/documents";
import { markRectified } from "../../src/documents";
import * as given from "../statement/fixtures";
import { Spreadsheet } from "./evaluate";
import { acceptedError, columnOf, sheetsOf, textsOf } from "./fixtures";

const reading = given.reading([given.schoolA], given.quantities(given.schoolA, { "POSTE_STD m": 14 }));
const issued = sheetsOf(reading);
const provisional = sheetsOf({ ...reading, anomalies: [acceptedError] });
const ficheOf = (models: readonly SheetModel[]) => models.find(({ name }) => name === "Fiche Chalezeule")!;

/** What the band of a fiche says and looks like: its words, its sum, and the sizes of both. */
function bandOf({ rows, outline }: SheetModel) {
  const cells = rows.flatMap((row, index) => (outline?.get(index) === "band" ? row.cells : []));
  const said = cells.flatMap((cell) => (cell === null || cell.value === null ? [] : [cell]));
  const [words, sum] = said;
  const background = new Set(cells.flatMap((cell) => cell?.style?.fill ?? []));
  return { words: words!, sum: sum!, texts: said.map(({ value }) => String(value).replace(/\s/g, " ")), background };
}

describe("the band of a fiche says at arm's length whether it may be issued", () => {
  test("issued: white on dark blue, who claims it, and its sum larger than all else", () => {
    const { words, sum, texts, background } = bandOf(ficheOf(issued));
    expect(texts).toContain("Ne payez rien au vu de cette fiche : attendez l’avis des sommes à payer de la CAGB.");
    expect([...background]).toEqual(["1F3864"]);
    expect(sum.value).toBe(516.04); // 14 × 36,86
    expect(sum.style!.size!).toBeGreaterThan(words.style!.size!);
  });

  test("provisional: framed grey, PROVISOIRE larger than its sum, and nothing that claims it", () => {
    const { words, sum, texts, background } = bandOf(ficheOf(provisional));
    expect(words.value).toBe("PROVISOIRE");
    expect(words.style!.size!).toBeGreaterThan(sum.style!.size!);
    expect([...background]).toEqual(["DDDDDD"]);
    expect(texts).toContain("quote-part comptée à ce jour");
    const all = textsOf(ficheOf(provisional)).join("\n").replace(/\s/g, " ");
    expect(all).not.toMatch(/demandera de rembourser|attendez l’avis|Échéance|se conteste|euros? et|centimes?\./);
    expect(all).toContain("Quote-part de la commune, à ce jour");
    expect(all).toContain("Une fiche définitive sera établie, les points une fois corrigés.");
  });

  test("provisional and changed by hand: what stands under the sum gives way too", () => {
    const fiche = ficheOf(provisional);
    const quantity = columnOf(fiche, "Quantité");
    const row = fiche.rows.findIndex(({ cells }) => cells[quantity]?.value === 14);
    const book = new Spreadsheet(provisional, new Map([[`${fiche.name}!${row},${quantity}`, 13]]));
    const note = fiche.rows.findIndex(({ cells }) =>
      cells.some((cell) => cell?.value === "quote-part comptée à ce jour"),
    );
    const column = fiche.rows[note]!.cells.findIndex((cell) => cell?.value === "quote-part comptée à ce jour");
    expect(book.value(fiche.name, note, column)).toBe("Montant modifié à la main\u00a0: voir Contrôles");
  });

  test("once the statement is rectified, what was issued before is not to be issued, whatever it said", () => {
    for (const models of [issued, provisional]) {
      const errors = models === provisional ? 1 : 0;
      const { words, texts, background } = bandOf(ficheOf(markRectified(models, { errors, pieces: ["Rectificatif"] })));
      expect(String(words.value)).toMatch(/À NE PAS ÉMETTRE$/);
      expect(words.formula).toBeUndefined();
      expect([...background]).toEqual(["DDDDDD"]);
      expect(texts.join()).not.toContain("demandera");
    }
  });
});
