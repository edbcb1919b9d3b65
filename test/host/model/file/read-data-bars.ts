import type { Sheet } from "hucre/xlsx";
import { ZipFile } from "../../../../src/workbook/files/zip-file";
import { attributeOf, childOf, childrenOf, parseXml, rootOf, type Element } from "../../../../src/workbook/files/xml";
import { parseBlock } from "../state/area";
import { addDataBars, type Bound } from "../state/data-bars";
import type { HostSheet } from "../state/sheet";

/**
 * The bars of a sheet's cells. The library tells those of Excel 2007: what was added since, their line and one colour from
 * end to end, is read from the part of the sheet, where it has bars at all. Other conditional formats stay in the file, unseen.
 */
export function fillDataBars(sheet: HostSheet, read: Sheet, source: Uint8Array, path: string): void {
  if (read.conditionalRules?.some(({ type }) => type === "dataBar") !== true) return;
  const root = rootOf(parseXml(new ZipFile(source).read(path)));
  const rules = childrenOf(root, "conditionalFormatting").flatMap((format) =>
    childrenOf(format, "cfRule").flatMap((rule) => (rule.getAttribute("type") === "dataBar" ? [{ format, rule }] : [])),
  );
  const sequels = new Map(
    descendants(root, "extLst", "ext", "conditionalFormattings", "conditionalFormatting", "cfRule").map((rule) => [
      rule.getAttribute("id"),
      rule,
    ]),
  );
  const priority = ({ rule }: { readonly rule: Element }) => Number(rule.getAttribute("priority"));
  // The last one added comes first.
  for (const { format, rule } of rules.sort((a, b) => priority(b) - priority(a))) {
    const blocks = (format.getAttribute("sqref") ?? "").split(" ").flatMap((text) => parseBlock(text) ?? []);
    const sequel = sequels.get(descendants(rule, "extLst", "ext", "id")[0]?.textContent ?? null);
    const bar = childOf(rule, "dataBar")!;
    const more = sequel === undefined ? null : childOf(sequel, "dataBar");
    const line = more !== null && more.getAttribute("border") === "1" ? childOf(more, "borderColor") : null;
    const [lower, upper] = childrenOf(more ?? bar, "cfvo").map(boundOf);
    const added = addDataBars(sheet, blocks);
    added.fill = colorOf(childOf(bar, "color")) ?? added.fill;
    added.line = colorOf(line);
    added.hasGradient = more === null || more.getAttribute("gradient") !== "0";
    added.hidesValues = bar.getAttribute("showValue") === "0";
    added.lower = lower ?? added.lower;
    added.upper = upper ?? added.upper;
  }
}

function descendants(element: Element, ...path: readonly string[]): Element[] {
  return path.reduce<Element[]>((found, name) => found.flatMap((one) => childrenOf(one, name)), [element]);
}

/** RRGGBB of `AARRGGBB`; null for the colours of a theme. */
function colorOf(element: Element | null): string | null {
  return element === null ? null : (attributeOf(element, "rgb")?.slice(-6).toUpperCase() ?? null);
}

const types: Readonly<Record<string, string>> = {
  num: "Number",
  min: "LowestValue",
  max: "HighestValue",
  percent: "Percent",
  percentile: "Percentile",
  formula: "Formula",
};

function boundOf(element: Element): Bound {
  const type = types[element.getAttribute("type") ?? ""] ?? "Automatic";
  const formula = element.getAttribute("val") ?? childOf(element, "f")?.textContent ?? null;
  return formula === null ? { type } : { type, formula };
}
