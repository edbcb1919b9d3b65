import type { OptionsChange } from "../../options";
import type { SessionContext } from "../operations/context";
import { keepChoice } from "../operations/keep-choice";
import type { CommuneMove, ComparedShown } from "./model";

/** Writes what explains a commune's difference in the sheet of options; without a text, takes it back. False where it is not kept. */
export async function keepComment(context: SessionContext, insee: string, text: string): Promise<boolean> {
  const { compared } = context.state.analyses;
  const move = compared?.moves.find((one) => one.insee === insee);
  if (compared === null || move === undefined) return false;
  let isKept = false;
  await keepChoice(context, changesFor(move, compared.campaign, text.trim()), () => {
    isKept = true;
    showCompared(context, { onlyNotable: compared.onlyNotable, lastCommented: insee });
    return { on: "comment" };
  });
  return isKept;
}

/** What is shown of the comparison, otherwise: nothing of it is worked out again. */
export function showCompared(
  context: SessionContext,
  shown: Partial<Pick<ComparedShown, "onlyNotable" | "lastCommented">>,
): void {
  const { analyses } = context.state;
  const { compared } = analyses;
  if (compared !== null)
    context.dispatch({ type: "analysed", analyses: { ...analyses, compared: { ...compared, ...shown } } });
}

/** Where communes that merged were told apart, what is said of the one that they make takes their place. */
function changesFor({ name, commentedAs }: CommuneMove, against: number, text: string): OptionsChange[] {
  const say = (commune: string, what: string): OptionsChange => ({
    ask: "comment",
    comment: { commune, against, text: what },
  });
  const [only, ...others] = commentedAs;
  if (only !== undefined && others.length === 0) return [say(only, text)];
  return [...commentedAs.map((one) => say(one, "")), ...(text === "" ? [] : [say(name, text)])];
}
