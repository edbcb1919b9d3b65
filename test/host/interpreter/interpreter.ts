import { actionType, type Action, type Batch, type BatchAnswer, type ErrorBody } from "./batch";
import { objectErrors } from "./error-codes";
import { HostError, type HostObject, type Wire } from "../host-object";
import { Members } from "./members";
import { located, ObjectPaths, publicName, RefusedAt, type Roots } from "./object-paths";
import { callOwn } from "./own-methods";
import { identityOf, queryObject } from "./query";
import type { ReferenceIds } from "./reference-ids";

export interface Interpreter {
  readonly roots: Roots;
  readonly members: Members;
  readonly references: ReferenceIds;
  /** Told of `_RegisterDataChangedEvent` and its like. */
  onRegistration(object: HostObject, wireName: string): void;
}

/**
 * Runs the actions of a batch in their order, as far as the first refusal; what came before it stays applied. With `stopAt`,
 * as far as that action only, which is then refused with `stopWith`.
 */
export function runBatch(
  batch: Batch,
  host: Interpreter,
  stopAt = Infinity,
  stopWith = "GeneralException",
): BatchAnswer {
  const paths = new ObjectPaths(batch.ObjectPaths, host.roots, host.members, host.references);
  const Results: { ActionId: number; Value: Wire }[] = [];
  const TraceIds: number[] = [];
  for (const [index, action] of batch.Actions.entries()) {
    try {
      if (index === stopAt) throw new HostError(stopWith);
      Results.push({ ActionId: action.Id, Value: runAction(action, paths, host) });
      if (action.ActionType === actionType.trace) TraceIds.push(action.Id);
    } catch (error) {
      return { Error: errorBody(error, index), Results, TraceIds };
    }
  }
  return { Results, TraceIds };
}

function runAction(action: Action, paths: ObjectPaths, host: Interpreter): Wire {
  if (action.ActionType === actionType.trace) return null;
  const object = paths.object(action.ObjectPathId);
  // Whatever is done to a null object is left undone, and reads as null.
  if (object === null) return null;
  const { members } = host;
  return located(`${object.className}.${publicName(action.Name)}`, () => {
    switch (action.ActionType) {
      case actionType.instantiate:
        return { ...identityOf(object, members.classOf(object)), ...reference(paths, action) };
      case actionType.query:
        return {
          ...reference(paths, action),
          ...asRecord(queryObject(object, action.QueryInfo ?? {}, members, "wire")),
        };
      case actionType.queryAsJson:
        return queryObject(object, action.QueryInfo ?? {}, members, "json");
      case actionType.setProperty:
        members.set(object, action.Name, action.ArgumentInfo?.Arguments?.[0] ?? null);
        return null;
      case actionType.method:
        return runMethod(object, action, paths, host);
      default:
        throw new HostError("NotImplemented", `Actions of type ${action.ActionType}.`);
    }
  });
}

function runMethod(object: HostObject, action: Action, paths: ObjectPaths, host: Interpreter): Wire {
  const { Name: name } = action;
  const args = paths.arguments(action.ArgumentInfo);
  if (name === "_KeepReference") {
    paths.keep(action.ObjectPathId);
    return null;
  }
  if (name === "_RemoveReference") {
    host.references.remove(String(args[0]));
    return null;
  }
  if (/^_(Unr|R)egister\w*/.test(name)) {
    host.onRegistration(object, name);
    return null;
  }
  const given = callOwn(object, name, args, () => host.roots.workbook()) ?? host.members.call(object, name, args);
  return "value" in given ? given.value : null;
}

const reference = (paths: ObjectPaths, action: Action): Record<string, Wire> => {
  const id = paths.referenceId(action.ObjectPathId);
  return id === null ? {} : { _ReferenceId: id };
};

const asRecord = (value: Wire) => value as Readonly<Record<string, Wire>>;

function errorBody(error: unknown, ActionIndex: number): ErrorBody {
  const refusal = error instanceof RefusedAt ? error.refusal : error;
  if (!(refusal instanceof HostError)) throw error;
  return {
    Code: refusal.code,
    Message: refusal.message,
    Location: error instanceof RefusedAt ? error.location : "",
    ActionIndex,
    HttpStatusCode: objectErrors[refusal.code] ?? 400,
  };
}
