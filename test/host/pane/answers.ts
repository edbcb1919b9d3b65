import { requestKind, type Request } from "./envelope";
import type { MethodCall } from "./method-calls";
import type { Session } from "./session";

/** What a pane asks of Excel, by the names of the wire. */
export const actions = {
  start: "ContextActivationManager_getAppContextAsync",
  notify: "ContextActivationManager_notifyHost",
} as const;

/** What the answer to a message of the pane says; a listener that comes or goes is noted in its session. */
export function answerOf(
  { _actionType, _actionName, _data }: Request,
  session: Session,
  ask: { readonly context: () => unknown; readonly method: (call: MethodCall) => unknown },
): unknown {
  if (_actionType === requestKind.registerEvent) session.listen(_actionName);
  if (_actionType === requestKind.unregisterEvent) session.unlisten(_actionName);
  if (_actionType !== requestKind.invoke) return { Error: 0 };
  switch (_actionName) {
    case actions.start:
      return ask.context();
    case actions.notify:
      return null;
    default:
      return ask.method(_data as MethodCall);
  }
}
