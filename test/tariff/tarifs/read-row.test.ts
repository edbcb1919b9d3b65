import { CellError, CellSet, sheetOfValues, type Cell, type SheetCells } from "../../../src/cells";
import { message } from "../../../src/messages";
import { readTarifs, tarifsHeaders } from "../../../src/tariff";

type Header = (typeof tarifsHeaders)[number];

const sound: Readonly<Record<Header, Cell>> = {
  Code: "TABLETTE",
  Prestation: "Tablette",
  Unité: "tablette",
  "Installation CAGB": 10,
  "Installation commune": 5,
  "Maintenance CAGB": null,
  "Maintenance commune": 0.5,
  "Applicable du": 41944, // 1 November 2014
  "Applicable au": 42309,
  Acte: "Délibération n° 1",
};
const places: Readonly<Record<Header, string>> = {
  Code: "A2",
  Prestation: "B2",
  Unité: "C2",
  "Installation CAGB": "D2",
  "Installation commune": "E2",
  "Maintenance CAGB": "F2",
  "Maintenance commune": "G2",
  "Applicable du": "H2",
  "Applicable au": "I2",
  Acte: "J2",
};

/** A table of the sound row with some of its cells changed, of which one column holds dates or formulas that Excel never ran. */
function readWith(
  change: Partial<Record<Header, Cell>>,
  its: { readonly dates?: Header; readonly withoutResult?: Header; readonly date1904?: boolean } = {},
) {
  const inColumn = (header: Header | undefined) => {
    const found = new CellSet();
    if (header !== undefined) found.add(1, tarifsHeaders.indexOf(header));
    return found;
  };
  const none = new CellSet();
  const sheet: SheetCells = {
    ...sheetOfValues(
      "Tarifs",
      [tarifsHeaders, tarifsHeaders.map((header) => ({ ...sound, ...change })[header])],
      "parc.xlsx",
    ),
    facts: {
      dates: inColumn(its.dates),
      money: none,
      withoutResult: inColumn(its.withoutResult),
      sums: new Map(),
      struck: none,
      filteredRows: new Set(),
    },
  };
  return readTarifs([sheet], its.date1904 ?? false);
}

test("nothing is due of a price that the other payer bears whole, be it written 0,00", () => {
  expect(readWith({ "Installation commune": 0 })).toMatchObject({
    value: [{ rows: [{ prices: { installation: { cagb: { d: [10] }, commune: null } } }] }],
  });
});

describe("a cell of a grid that is not what it seems", () => {
  it.each(tarifsHeaders)("is refused without the result of its formula, never read as a blank: « %s »", (header) => {
    const read = readWith({ [header]: null }, { withoutResult: header });
    const [anomaly, ...others] = read?.ok === false ? read.error : [];
    expect(others).toEqual([]);
    expect(anomaly).toMatchObject({ severity: "error", code: "tarifs-no-result", cell: places[header] });
    expect(message(anomaly!.code, anomaly!.params)).toContain(`«\u00a0${header}\u00a0»`);
  });

  it.each([
    ["a day", 41944, false],
    ["a day and an hour", 41944.4375, false],
    ["a day of a workbook that counts from 1904", 40482, true],
  ])("is refused for an amount that is %s", (_what, value, date1904) => {
    const dates = date1904 ? { "Applicable du": "01/11/2014", "Applicable au": "01/11/2015" } : {};
    expect(readWith({ ...dates, "Installation CAGB": value }, { dates: "Installation CAGB", date1904 })).toMatchObject({
      error: [{ code: "tarifs-amount-date", cell: "D2", params: { column: "Installation CAGB", day: "01/11/2014" } }],
    });
  });

  it("is an amount where it is a text, whatever its format, and none where it is blank", () => {
    const amountOf = (value: Cell) => {
      const read = readWith({ "Installation CAGB": value }, { dates: "Installation CAGB" });
      return read?.ok === true ? (read.value[0]!.rows[0]!.prices.installation.cagb?.toFixed(2) ?? null) : read;
    };
    expect([amountOf("12,50"), amountOf(null)]).toEqual(["12.50", null]);
  });

  it.each(["Code", "Prestation", "Unité", "Acte"] as const)(
    "is missing where Excel shows an error: « %s »",
    (header) => {
      expect(readWith({ [header]: new CellError("#REF!") })).toMatchObject({
        error: [{ code: "tarifs-missing-value", cell: places[header], params: { column: header } }],
      });
    },
  );
});
