import { useAnalysisTexts } from "./words";

interface ChangeHeadProps {
  /** What the rows are. */
  readonly first: string;
  readonly before: string;
  readonly after: string;
}

/** The headings of a table of changes: before, after and their difference; in a narrow pane the difference has all three. */
export function ChangeHead({ first, before, after }: ChangeHeadProps) {
  const { words } = useAnalysisTexts();
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        <th scope="col" class="wide">
          {before}
        </th>
        <th scope="col" class="wide">
          {after}
        </th>
        <th scope="col">
          {words.say("pane-changes-difference")}
          <span class="parts narrow">{words.say("pane-changes-parts", { before, after })}</span>
        </th>
      </tr>
    </thead>
  );
}
