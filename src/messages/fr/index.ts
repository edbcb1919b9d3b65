import { cli } from "./cli";
import { inventory } from "./inventory";
import { options } from "./options";
import { statement } from "./statement";
import { tariff } from "./tariff";
import { workbook } from "./workbook";

export const fr = { ...tariff, ...options, ...inventory, ...statement, ...workbook, ...cli } as const;
