import type { CellBlock } from "../../../../src/cells";
import { columnsOf, intersect, meets, rowsOf, without, type Area } from "./area";
import type { HostSheet } from "./sheet";

/** Where a bar starts or ends: « Number » and its formula, « HighestValue »… */
export interface Bound {
  readonly type: string;
  readonly formula?: string;
}

/** Bars in cells: the one kind of conditional format there is here. As Excel's own, where nothing is chosen. */
export class HostDataBars {
  /** RRGGBB. */
  fill = "638EC6";
  /** RRGGBB; null: no line around. */
  line: string | null = "638EC6";
  hasGradient = true;
  hidesValues = false;
  lower: Bound = { type: "Automatic" };
  upper: Bound = { type: "Automatic" };
  direction = "Context";
  axis = "Automatic";

  constructor(
    readonly id: string,
    readonly sheet: HostSheet,
    public blocks: readonly CellBlock[],
  ) {}

  over(block: CellBlock): boolean {
    return this.blocks.some((one) => meets(one, block));
  }
}

/** Adds bars to cells, ahead of all others of the sheet. */
export function addDataBars(sheet: HostSheet, blocks: readonly CellBlock[]): HostDataBars {
  const added = new HostDataBars(sheet.book.newId("dataBars"), sheet, blocks);
  sheet.dataBars.unshift(added);
  return added;
}

/** Takes bars away from cells; what they are over beside stays. */
export function clearDataBars(sheet: HostSheet, block: CellBlock): void {
  for (const bars of sheet.dataBars) bars.blocks = bars.blocks.flatMap((one) => without(one, block));
  sheet.dataBars = sheet.dataBars.filter(({ blocks }) => blocks.length > 0);
}

/** What a copy of an area does with bars: those of the target go, those of the source come, each as one more. */
export function copyDataBars(source: Area): (sheet: HostSheet, top: number, left: number) => void {
  if (source.sheet.book.formatsStay) return () => undefined;
  const found = source.sheet.dataBars.flatMap((bars) => {
    const blocks = bars.blocks.flatMap((block) => intersect(block, source) ?? []);
    return blocks.length === 0 ? [] : [{ looks: looksOf(bars), blocks }];
  });
  return (sheet, top, left) => {
    const [down, right] = [top - source.top, left - source.left];
    clearDataBars(sheet, {
      top,
      left,
      bottom: top + rowsOf(source) - 1,
      right: left + columnsOf(source) - 1,
    });
    for (const { looks, blocks } of [...found].reverse())
      Object.assign(
        addDataBars(
          sheet,
          blocks.map((block) => moved(block, down, right)),
        ),
        looks,
      );
  };
}

function moved({ top, left, bottom, right }: CellBlock, down: number, across: number): CellBlock {
  return { top: top + down, left: left + across, bottom: bottom + down, right: right + across };
}

/** What bars are, wherever they are. */
export function looksOf(bars: HostDataBars): Partial<HostDataBars> {
  const { fill, line, hasGradient, hidesValues, lower, upper, direction, axis } = bars;
  return { fill, line, hasGradient, hidesValues, lower, upper, direction, axis };
}
