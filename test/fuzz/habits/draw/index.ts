import { acrossLayouts } from "./across";
import { communeLayouts } from "./by-commune";
import { formLayouts } from "./forms";
import { longLayouts } from "./long";
import type { Layout } from "./parts";
import { registerLayouts } from "./registers";
import { wideLayouts } from "./wide";

export type { Layout } from "./parts";

/** Every way to keep an inventory. */
export const layouts: readonly Layout[] = [
  ...wideLayouts,
  ...longLayouts,
  ...registerLayouts,
  ...acrossLayouts,
  ...communeLayouts,
  ...formLayouts,
];
