import { HostError, type Wire } from "../../host-object";
import type { Area } from "../state/area";
import { addDataBars, clearDataBars, type Bound, type HostDataBars } from "../state/data-bars";
import {
  booleanOf,
  colorOf,
  defineClass,
  numberOf,
  oneOf,
  required,
  type Argument,
  type ModelObject,
  type ObjectOf,
} from "./define";
import { ofArea, ofDataBars } from "./guards";
import { areaOf } from "./places";
import { range } from "./range";

const kinds = [
  "Custom",
  "DataBar",
  "ColorScale",
  "IconSet",
  "TopBottom",
  "PresetCriteria",
  "ContainsText",
  "CellValue",
] as const;
const bounds = ["Automatic", "LowestValue", "HighestValue", "Number", "Percent", "Formula", "Percentile"] as const;
const computed: readonly string[] = ["Number", "Percent", "Formula", "Percentile"];

/** A bound is set as one object; a number is given as a formula. */
function boundFrom(value: Wire, what: string): Bound {
  const { type, formula } = (value ?? {}) as Record<string, Wire>;
  const known = oneOf(type, bounds, `${what}.type`);
  if (!computed.includes(known)) return { type: known };
  if (typeof formula !== "string" || formula === "")
    throw new HostError("InvalidArgument", `${what}.formula says the bound.`);
  return { type: known, formula };
}

const wireOf = ({ type, formula }: Bound): Wire => (formula === undefined ? { type } : { type, formula });

const positiveFormat = defineClass<HostDataBars>("ConditionalDataBarPositiveFormat", {
  ...ofDataBars,
  get: {
    fillColor: ({ fill }) => `#${fill}`,
    borderColor: ({ line }) => (line === null ? "" : `#${line}`),
    gradientFill: ({ hasGradient }) => hasGradient,
  },
  set: {
    fillColor: (self, value) => void (self.fill = colorOf(value) ?? self.fill),
    borderColor: (self, value) => void (self.line = colorOf(value)),
    gradientFill: (self, value) => void (self.hasGradient = booleanOf(value, "gradientFill")),
  },
});

const dataBar = defineClass<HostDataBars>("DataBarConditionalFormat", {
  ...ofDataBars,
  get: {
    showDataBarOnly: ({ hidesValues }) => hidesValues,
    lowerBoundRule: ({ lower }) => wireOf(lower),
    upperBoundRule: ({ upper }) => wireOf(upper),
    barDirection: ({ direction }) => direction,
    axisFormat: ({ axis }) => axis,
  },
  set: {
    showDataBarOnly: (self, value) => void (self.hidesValues = booleanOf(value, "showDataBarOnly")),
    lowerBoundRule: (self, value) => void (self.lower = boundFrom(value, "lowerBoundRule")),
    upperBoundRule: (self, value) => void (self.upper = boundFrom(value, "upperBoundRule")),
    barDirection: (self, value) =>
      void (self.direction = oneOf(value, ["Context", "LeftToRight", "RightToLeft"], "barDirection")),
    axisFormat: (self, value) => void (self.axis = oneOf(value, ["Automatic", "None", "CellMidPoint"], "axisFormat")),
  },
  navigate: { positiveFormat: (self) => positiveFormat(self) },
});

/** The cells of a format, where they are one block. */
function blockOf({ sheet, blocks }: HostDataBars): Area | null {
  return blocks.length === 1 ? areaOf(sheet, blocks[0]!) : null;
}

const conditionalFormat: ObjectOf<HostDataBars> = defineClass<HostDataBars>("ConditionalFormat", {
  ...ofDataBars,
  id: ({ id }) => id,
  writes: ["delete"],
  get: {
    id: ({ id }) => id,
    type: () => "DataBar",
    priority: (self) => self.sheet.dataBars.indexOf(self),
    stopIfTrue: () => null,
  },
  navigate: { dataBar: (self) => dataBar(self), dataBarOrNullObject: (self) => dataBar(self) },
  call: {
    delete: (self) => void self.sheet.dataBars.splice(self.sheet.dataBars.indexOf(self), 1),
    getRange: (self) => {
      const block = blockOf(self);
      if (block === null) throw new HostError("GeneralException", "The format is over several ranges.");
      return range(block);
    },
    getRangeOrNullObject: (self) => {
      const block = blockOf(self);
      return block === null ? null : range(block);
    },
  },
});

const over = (area: Area): HostDataBars[] => area.sheet.dataBars.filter((bars) => bars.over(area));

function find(area: Area, key: Argument): ModelObject<HostDataBars> | null {
  const found = over(area).find(({ id }) => id === key);
  return found === undefined ? null : conditionalFormat(found);
}

function add({ sheet, top, left, bottom, right }: Area, type: Argument): ModelObject<HostDataBars> {
  const kind = oneOf(type, kinds, "type");
  if (kind !== "DataBar") throw new HostError("NotImplemented", `The host has no conditional format ${kind}.`);
  return conditionalFormat(addDataBars(sheet, [{ top, left, bottom, right }]));
}

/** The formats that touch a range. */
export const conditionalFormats: ObjectOf<Area> = defineClass<Area>("ConditionalFormatCollection", {
  ...ofArea,
  writes: ["add", "clearAll"],
  items: (area) => over(area).map(conditionalFormat),
  item: (area, key) => required(find(area, key)),
  call: {
    add,
    clearAll: (area) => clearDataBars(area.sheet, area),
    getCount: (area) => ({ value: over(area).length }),
    getItem: (area, key) => required(find(area, key)),
    getItemOrNullObject: (area, key) => find(area, key),
    getItemAt: (area, place) => {
      const found = over(area)[numberOf(place, "index")];
      return required(found === undefined ? null : conditionalFormat(found));
    },
  },
});
