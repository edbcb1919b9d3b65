import type { HostChart } from "../state/chart";
import { booleanOf, defineClass, oneOf, textOf } from "./define";
import { ofChart } from "./guards";

export const chartTitle = defineClass<HostChart>("ChartTitle", {
  ...ofChart,
  get: { text: ({ title }) => title, visible: ({ hasTitle }) => hasTitle, overlay: () => false },
  set: {
    text: (self, value) => {
      self.title = textOf(value, "text");
      self.hasTitle = true;
    },
    visible: (self, value) => void (self.hasTitle = booleanOf(value, "visible")),
  },
});

const places = ["Top", "Bottom", "Left", "Right", "Corner"] as const;

export const chartLegend = defineClass<HostChart>("ChartLegend", {
  ...ofChart,
  get: { position: ({ legend }) => legend, visible: ({ legend }) => legend !== null, overlay: () => false },
  set: {
    position: (self, value) => void (self.legend = oneOf(value, places, "position")),
    visible: (self, value) => void (self.legend = booleanOf(value, "visible") ? (self.legend ?? "Right") : null),
  },
});

export const chartAxes = defineClass<HostChart>("ChartAxes", {
  ...ofChart,
  navigate: { categoryAxis: (self) => categoryAxis(self), valueAxis: (self) => valueAxis(self) },
});

const valueAxis = defineClass<HostChart>("ChartAxis", {
  ...ofChart,
  get: {
    visible: ({ hasValueAxis }) => hasValueAxis,
    numberFormat: ({ valueFormat }) => valueFormat ?? "General",
  },
  set: {
    visible: (self, value) => void (self.hasValueAxis = booleanOf(value, "visible")),
    numberFormat: (self, value) => void (self.valueFormat = textOf(value, "numberFormat")),
  },
  navigate: { majorGridlines: (self) => majorGridlines(self) },
});

const majorGridlines = defineClass<HostChart>("ChartGridlines", {
  ...ofChart,
  get: { visible: ({ hasGridlines }) => hasGridlines },
  set: { visible: (self, value) => void (self.hasGridlines = booleanOf(value, "visible")) },
});

/** Where another axis may cross; a number is set otherwise. */
const crossings = ["Automatic", "Minimum", "Maximum"] as const;

const namePlaces = ["NextToAxis", "High", "Low", "None"] as const;

const categoryAxis = defineClass<HostChart>("ChartAxis", {
  ...ofChart,
  get: {
    reversePlotOrder: ({ reverseCategories }) => reverseCategories,
    position: ({ valuesCross }) => valuesCross,
    tickLabelPosition: ({ namesAt }) => namesAt,
  },
  set: {
    reversePlotOrder: (self, value) => void (self.reverseCategories = booleanOf(value, "reversePlotOrder")),
    position: (self, value) => void (self.valuesCross = oneOf(value, crossings, "position")),
    tickLabelPosition: (self, value) => void (self.namesAt = oneOf(value, namePlaces, "tickLabelPosition")),
  },
});
