import { message } from "../../messages";
import type { Anomaly, Language, MessageCode } from "../../messages";
import type { Said } from "../session/state";
import { dayText } from "./days";
import { createNumbers } from "./numbers";
import type { Numbers } from "./numbers";

/** Codes that have a text for one and a text for several. */
export type CountedBase<Code> = Code extends `${infer Base}-one` ? Base : never;
export type CountedCode = CountedBase<MessageCode>;

type Params = Readonly<Record<string, string | number>>;

/** Everything the pane says, in one language. */
export interface Words extends Numbers {
  readonly language: Language;
  say(code: MessageCode, params?: Params): string;
  /** « 1 point bloquant », « 3 points bloquants »; none is singular in French and plural in English. */
  counted(code: CountedCode, count: number, params?: Params): string;
  /** Which text a number calls for. */
  plural(count: number): "one" | "other";
  /** A civil day, `2014-11-25`, as it stands in a sentence. */
  day(day: string): string;
  said(notice: Said): string;
  anomaly(anomaly: Pick<Anomaly, "code" | "params">): string;
}

/** `locale`: how numbers are written, which is Excel's own matter. */
export function createWords(language: Language, locale: string): Words {
  const numbers = createNumbers(locale);
  const rules = new Intl.PluralRules(language);
  const plural = (count: number) => (rules.select(count) === "one" ? "one" : "other");
  const say = (code: MessageCode, params: Params = {}) => message(code, params, language);
  return {
    ...numbers,
    language,
    say,
    plural,
    counted: (code, count, params = {}) =>
      say(`${code}-${plural(count)}` as MessageCode, {
        ...params,
        count: numbers.integer(count),
      }),
    day: (day) => dayText(day, language),
    said: ({ code, params }) => say(code, params),
    anomaly: ({ code, params }) => say(code, params),
  };
}
