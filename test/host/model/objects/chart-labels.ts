import { HostError } from "../../host-object";
import type { HostLabels } from "../state/chart";
import { booleanOf, colorOf, defineClass, oneOf, textOf, type ObjectOf } from "./define";
import { ofSeries, type Series } from "./guards";

/** Where a label may be written on a bar; past its end only where no other one stands on it. */
const onStacked = ["Center", "InsideEnd", "InsideBase"] as const;
const onClustered = [...onStacked, "OutsideEnd"] as const;

function positionsOf({ chart }: Series): readonly string[] {
  return chart.type.includes("Clustered") ? onClustered : onStacked;
}

const black = "000000";

/** Of a series that has none, labels say nothing and take nothing. */
function labelsOf({ one: { labels } }: Series): HostLabels {
  if (labels === null) throw new HostError("InvalidOperation", "The series has no data labels.");
  return labels;
}

export const seriesLabels: ObjectOf<Series> = defineClass<Series>("ChartDataLabels", {
  ...ofSeries,
  get: {
    showValue: (series) => labelsOf(series).showValue,
    position: (series) => labelsOf(series).position,
    numberFormat: (series) => labelsOf(series).format,
  },
  set: {
    showValue: (series, value) => void (labelsOf(series).showValue = booleanOf(value, "showValue")),
    position: (series, value) => void (labelsOf(series).position = oneOf(value, positionsOf(series), "position")),
    numberFormat: (series, value) => void (labelsOf(series).format = textOf(value, "numberFormat")),
  },
  navigate: { format: (series) => labelFormat(series) },
});

const labelFormat = defineClass<Series>("ChartDataLabelFormat", {
  ...ofSeries,
  navigate: { font: (series) => labelFont(series) },
});

const labelFont = defineClass<Series>("ChartFont", {
  ...ofSeries,
  get: { color: (series) => `#${labelsOf(series).color}` },
  set: { color: (series, value) => void (labelsOf(series).color = colorOf(value) ?? black) },
});
