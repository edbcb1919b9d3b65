import { message } from "../../messages";
import type { Anomaly, Language, MessageCode } from "../../messages";
import type { Said } from "../session/state";
import { dayText } from "./days";
import { createNumbers } from "./numbers";
import type { Numbers } from "./numbers";

type BaseOf<Code> = Code extends `${infer Base}-one` ? Base : never;
/** A code that has a text for one and a text for several. */
export type CountedCode = BaseOf<MessageCode>;

type Params = Readonly<Record<string, string | number>>;

/** Everything the pane says, in one language. */
export interface Words extends Numbers {
  readonly language: Language;
  say(code: MessageCode, params?: Params): string;
  /** « 1 point bloquant », « 3 points bloquants »; none is singular in French and plural in English. */
  counted(code: CountedCode, count: number, params?: Params): string;
  /** A civil day, `2014-11-25`, as it stands in a sentence. */
  day(day: string): string;
  said(notice: Said): string;
  anomaly(anomaly: Pick<Anomaly, "code" | "params">): string;
}

/** `locale`: how numbers are written, which is Excel's own matter. */
export function createWords(language: Language, locale: string): Words {
  const numbers = createNumbers(locale);
  const plural = new Intl.PluralRules(language);
  const say = (code: MessageCode, params: Params = {}) => message(code, params, language);
  return {
    ...numbers,
    language,
    say,
    counted: (code, count, params = {}) =>
      say(`${code}-${plural.select(count) === "one" ? "one" : "other"}` as MessageCode, {
        ...params,
        count: numbers.integer(count),
      }),
    day: (day) => dayText(day, language),
    said: ({ code, params }) => say(code, params),
    anomaly: ({ code, params }) => say(code, params),
  };
}
