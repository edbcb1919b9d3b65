import type { Texts } from "./catalogue";
import { inventory as english } from "./en/inventory";
import { inventoryColumns as englishColumns } from "./en/inventory-columns";
import { inventory as french } from "./fr/inventory";
import { inventoryColumns as frenchColumns } from "./fr/inventory-columns";

const fr = { ...french, ...frenchColumns };

/** A code of what is read. */
export type InventoryCode = keyof typeof fr;

/** What is said of what is read: `inventory` gives it to `message`, so that the pane loads it with what reads. */
export const inventoryTexts: Texts<InventoryCode> = { fr, en: { ...english, ...englishColumns } };
