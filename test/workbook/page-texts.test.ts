import type { PrintSetup } from "../../src/documents";
import { pageTextsOf } from "../../src/workbook/page-texts";
import { ficheModel } from "./files/models";

const small = "&8&K595959";

/** The header of pages whose status is `status`. */
function headersOf(status: string, left = "Ville", right = "Amagney") {
  const { print } = ficheModel("fiche-25014", "Fiche Amagney");
  const { first, others } = pageTextsOf({ ...print, header: [left, status, right] } satisfies PrintSetup);
  return { first: first.header, others: others.header };
}

test("a status is above each page, and across it in pale letters, a line for each of its words", () => {
  const provisional = "&9&BPROVISOIRE\n&60&KE6E6E6\n\n\n\nPROVISOIRE";
  expect(headersOf("PROVISOIRE")).toEqual({
    first: ["", provisional, ""],
    others: [`${small}Ville`, provisional, `${small}Amagney`],
  });
  const [, both] = headersOf("PROVISOIRE · À NE PAS ÉMETTRE").others;
  expect(both).toBe("&9&BPROVISOIRE · À NE PAS ÉMETTRE\n&60&KE6E6E6\n\n\n\nPROVISOIRE\nÀ NE PAS ÉMETTRE");
});

test("a page that has no status has nothing across it", () => {
  expect(headersOf("").others).toEqual([`${small}Ville`, "", `${small}Amagney`]);
});

test("a header takes no more than the 255 characters of Excel: it says the status above, at least", () => {
  const centre = headersOf("PROVISOIRE").others[1]!;
  const room = 255 - "&L&C&R".length - small.length - centre.length;
  const beside = (letters: number) => headersOf("PROVISOIRE", "V".repeat(letters), "").others[1];
  expect(beside(room)).toBe(centre);
  expect(beside(room + 1)).toBe("&9&BPROVISOIRE");
});
