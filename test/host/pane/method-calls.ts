import type { RichAnswer } from "../rich-api";
import type { DocumentSettings } from "./document-settings";
import type { Request } from "./envelope";
import type { RibbonCommands } from "./ribbon-commands";

/** What `executeMethod` asks, by the number of the method. */
export interface MethodCall {
  readonly DdaMethod?: { readonly DispatchId: number };
  readonly ArrayData?: readonly unknown[];
  readonly DdaSettingsMethod?: { readonly Properties: readonly (readonly [string, string])[] };
  readonly "0"?: unknown;
  readonly "1"?: unknown;
}

const dispatch = { loadSettings: 75, saveSettings: 76, richApi: 93, commandCompleted: 94 } as const;
const delayForCellEdit = 64;

interface MethodTargets {
  readonly richApi: { answer(body: string): RichAnswer };
  readonly settings: DocumentSettings;
  readonly commands: RibbonCommands;
}

/** Answers a method of the pane. Throws for one that no test of ours needs, so that nothing hangs in silence. */
export function answerMethod(call: MethodCall, { richApi, settings, commands }: MethodTargets): unknown {
  switch (call.DdaMethod?.DispatchId) {
    case dispatch.richApi:
      return richApi.answer(call.ArrayData![4] as string);
    case dispatch.commandCompleted:
      commands.onCompleted(String(call["0"]), Number(call["1"]));
      return { Version: 1, Error: 0 };
    case dispatch.saveSettings:
      if (settings.areRefused) return { Version: 1, Error: 5001 };
      settings.save(call.DdaSettingsMethod!.Properties);
      return { Version: 1, Error: 0 };
    case dispatch.loadSettings:
      return { Version: 1, Error: 0, Properties: { Settings: settings.all.map(([Name, Value]) => ({ Name, Value })) } };
    default:
      throw new Error(`The host has no answer to ${JSON.stringify(call).slice(0, 200)}`);
  }
}

/** The batch that a request brings, or null. */
export function batchIn({ _actionName, _data }: Request): string | null {
  if (_actionName !== "executeMethod") return null;
  const { DdaMethod, ArrayData } = _data as MethodCall;
  return DdaMethod?.DispatchId === dispatch.richApi ? (ArrayData![4] as string) : null;
}

/** Whether a request waits for the end of a cell's edition, as `Excel.run({ delayForCellEdit: true })` asks. */
export function waitsForCellEdit(request: Request): boolean {
  const { ArrayData } = request._data as MethodCall;
  return batchIn(request) !== null && (Number(ArrayData?.[6]) & delayForCellEdit) !== 0;
}
