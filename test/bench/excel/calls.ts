import { generateCustomFunctionsMetadata } from "custom-functions-metadata";
import * as functions from "../../../src/functions/functions";
import { lendOffice, type FunctionsFile, type FunctionValue } from "../../host";
import { blankWorkbook } from "../../host/blank-workbook";
import { answerParent } from "../processes";
import { clocks, minus } from "./clocks";
import type { CallsFigures, CallsTask, Recalculations, RecalculationFigures } from "./figures";
import { TimedHost } from "./timed-host";

// Functions called by Excel's own path, ours beside one that does nothing: a child process of main.ts.

/** A range, as MAINT takes and gives one. */
const plain = { id: "PLAIN", name: "PLAIN", parameters: [{ name: "x", dimensionality: "matrix" }] } as const;

type Rows = readonly (readonly number[])[];

interface Call {
  readonly id: string;
  readonly args: readonly FunctionValue[];
  readonly gives: Rows;
}

/** 36.86 € of maintenance for each. */
const amountsOf = (quantities: Rows): Rows => quantities.map((row) => row.map((quantity) => (quantity * 3686) / 100));

answerParent(async ({ calls, warmUps, runs }: CallsTask): Promise<CallsFigures> => {
  const { metadataJson, associate } = await generateCustomFunctionsMetadata("src/functions/functions.ts");
  const ours = JSON.parse(metadataJson) as FunctionsFile;
  const customFunctions = { functions: [...ours.functions, plain], allowErrorForDataTypeAny: true };
  const host = new TimedHost(await blankWorkbook(), { customFunctions });
  const page = await lendOffice(host);
  for (const { id, functionName } of associate) CustomFunctions.associate(id, Reflect.get(functions, functionName));
  CustomFunctions.associate(plain.id, (x: unknown) => x);
  await host.ready();

  const column = Array.from({ length: calls }, (_, index) => [index % 500]);
  const maint = (quantities: Rows): Call => ({
    id: "MAINT",
    args: ["POSTE_STD", quantities],
    gives: amountsOf(quantities),
  });
  const nothing = (x: Rows): Call => ({ id: plain.id, args: [x], gives: x });
  const measured: Recalculations[] = [];
  for (let run = 0; run < warmUps + runs; run++) {
    const time = (...calls: readonly Call[]) => recalculation(host, calls);
    const figures = {
      cells: await time(...column.map((row) => maint([row]))),
      plainCells: await time(...column.map((row) => nothing([row]))),
      spilled: await time(maint(column)),
      plainSpilled: await time(nothing(column)),
    };
    if (run >= warmUps) measured.push(figures);
  }
  if (page.faults.length > 0) throw new Error(page.faults.join("\n"));
  return { runs: measured };
});

/** Office.js posts results at most twice a second: each recalculation starts when nothing is held back. */
const betweenPosts = 600;

/** Throws where a result is not right. */
async function recalculation(host: TimedHost, calls: readonly Call[]): Promise<RecalculationFigures> {
  await new Promise((resolve) => setTimeout(resolve, betweenPosts));
  globalThis.gc?.();
  host.resetRequests();
  const started = await host.startCalls(calls);
  // What Excel sends is on its way to the page from here on.
  const before = { here: clocks(), host: host.spent };
  const results = await Promise.all(started.map(({ result }) => result));
  const passed = minus(clocks(), before.here);
  calls.forEach(({ id, gives }, index) => {
    if (JSON.stringify(results[index]) !== JSON.stringify(gives)) throw new Error(`${id} gave something else.`);
  });
  return {
    milliseconds: passed.wall,
    pageMilliseconds: minus(passed, minus(host.spent, before.host)).processor,
    requests: host.requests.length,
  };
}
