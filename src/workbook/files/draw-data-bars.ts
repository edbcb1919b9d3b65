import type { WriteSheet } from "hucre/xlsx";
import { cellName } from "../../cells";
import type { DataBars } from "../../documents";

type Rule = NonNullable<WriteSheet["conditionalRules"]>[number];

const extension = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main";
/** Of formulas and ranges inside the extensions. */
const formulas = "http://schemas.microsoft.com/office/excel/2006/main";
/** What Excel knows these two extensions by: the one of a rule, which names its sequel, and that of the sheet, which holds it. */
const extensionOfRule = "{B025F937-C7B1-47D3-B67F-A62EFF666E3E}";
const extensionOfSheet = "{78C0D931-6437-407d-A8EE-F0AAD7539E65}";

/** Bars as hucre writes them: those of Excel 2007, which fade out and never fill their cell. */
export function drawDataBars(bars: readonly DataBars[]): Rule[] {
  return bars.map((one, index) => ({
    type: "dataBar",
    priority: index + 1,
    range: rangeOf(one),
    dataBar: { cfvo: [{ type: "num", value: "0" }, { type: "max" }], color: `FF${one.fill}` },
  }));
}

/**
 * The part of a sheet, in which each of its bars is of one colour and has a line around it, the highest as long as its cell
 * is wide: what was added to the format since 2007, and stands apart from the rule.
 */
export function completeDataBars(part: string, bars: readonly DataBars[]): string {
  let next = 0;
  const linked = part.replace(
    /<dataBar>(.*?)<\/dataBar>/g,
    (_, bounds: string) =>
      `<dataBar minLength="0" maxLength="100">${bounds}</dataBar>` +
      `<extLst><ext xmlns:x14="${extension}" uri="${extensionOfRule}"><x14:id>${idOf(next++)}</x14:id></ext></extLst>`,
  );
  const sequels = bars.map(sequelOf).join("");
  const list = `<x14:conditionalFormattings>${sequels}</x14:conditionalFormattings>`;
  return linked.replace(
    /<\/worksheet>\s*$/,
    `<extLst><ext xmlns:x14="${extension}" uri="${extensionOfSheet}">${list}</ext></extLst></worksheet>`,
  );
}

function sequelOf(bars: DataBars, index: number): string {
  const bounds = '<x14:cfvo type="num"><xm:f>0</xm:f></x14:cfvo><x14:cfvo type="max"/>';
  const colors = `<x14:borderColor rgb="FF${bars.line}"/><x14:axisColor rgb="FF000000"/>`;
  const attributes = 'minLength="0" maxLength="100" border="1" gradient="0" negativeBarColorSameAsPositive="1"';
  const rule = `<x14:cfRule type="dataBar" id="${idOf(index)}"><x14:dataBar ${attributes}>${bounds}${colors}</x14:dataBar></x14:cfRule>`;
  return `<x14:conditionalFormatting xmlns:xm="${formulas}">${rule}<xm:sqref>${rangeOf(bars)}</xm:sqref></x14:conditionalFormatting>`;
}

/** By which a rule finds its sequel: unique in a sheet. */
function idOf(index: number): string {
  return `{B4225000-0000-4000-8000-${String(index + 1).padStart(12, "0")}}`;
}

function rangeOf({ column, firstRow, lastRow }: DataBars): string {
  return `${cellName(firstRow, column)}:${cellName(lastRow, column)}`;
}
