import type { ComponentChildren } from "preact";
import type { Change, Changes } from "../../statement";
import type { Preview } from "../state/preview";
import { usePane } from "./context";

/** A column's heading; alone, a text is one that is always seen. */
type Heading =
  | string
  | {
      readonly title: string;
      /** Seen in a wide pane only. */
      readonly isWide?: boolean;
      /** Its heading in a narrow pane. */
      readonly narrow?: string;
      readonly id?: string;
    };

interface MoneyTableProps {
  readonly caption: string;
  readonly headings: readonly Heading[];
  /** The headings are for screen readers only. */
  readonly hasUnseenHead?: boolean;
  readonly class?: string;
  /** The bodies of the table. */
  readonly children: ComponentChildren;
}

/** Draws a table of amounts, its caption for screen readers. */
export function MoneyTable({ caption, headings, hasUnseenHead = false, children, ...more }: MoneyTableProps) {
  return (
    <table class={more.class ?? "money"}>
      <caption class="unseen">{caption}</caption>
      <thead class={hasUnseenHead ? "unseen" : undefined}>
        <tr>
          {headings.map((heading, index) => {
            const { title, isWide = false, narrow, id } = typeof heading === "string" ? { title: heading } : heading;
            return (
              <th key={index} scope="col" class={isWide ? "wide" : undefined} id={id}>
                {title}
                {narrow !== undefined && <span class="parts narrow">{narrow}</span>}
              </th>
            );
          })}
        </tr>
      </thead>
      {children}
    </table>
  );
}

/** How the two sides of a change are called. */
export interface Sides {
  readonly before: string;
  readonly after: string;
}

interface ChangeTableProps extends Sides {
  readonly caption: string;
  /** The heading of the rows. */
  readonly first: string;
  /** The heading of the difference in a narrow pane, when it is not that of both sides. */
  readonly narrow?: string;
  /** The rows. */
  readonly children: ComponentChildren;
}

/** Draws amounts before and after, and their difference; in a narrow pane the difference has all three. */
export function ChangeTable({ caption, first, before, after, narrow, children }: ChangeTableProps) {
  const { words } = usePane();
  return (
    <MoneyTable
      caption={caption}
      headings={[
        first,
        { title: before, isWide: true },
        { title: after, isWide: true },
        {
          title: words.say("pane-changes-difference"),
          narrow: narrow ?? words.say("pane-changes-parts", { before, after }),
        },
      ]}
    >
      <tbody>{children}</tbody>
    </MoneyTable>
  );
}

interface ChangeLineProps {
  readonly name: string;
  readonly change: Change;
  readonly isTotal?: boolean;
  /** The text under the name. */
  readonly remark?: string | null;
}

/** Draws an amount before and after, side by side or, in a narrow pane, under the difference. */
export function ChangeLine({ name, change, isTotal = false, remark = null }: ChangeLineProps) {
  const { words } = usePane();
  const [before, after] = [words.euros(change.before), words.euros(change.after)];
  return (
    <tr class={isTotal ? "total" : undefined}>
      <th scope="row">
        {name}
        {remark !== null && <span class="parts">{remark}</span>}
      </th>
      <td class="wide">{before}</td>
      <td class="wide">{after}</td>
      <td>
        {words.difference(change.difference)}
        <span class="parts narrow">{words.say("pane-changes-parts", { before, after })}</span>
      </td>
    </tr>
  );
}

/** Draws the titre's two parts and its total, before and after. */
export function PartLines({ changes: { byPayer, total } }: { readonly changes: Changes }) {
  const { words } = usePane();
  return (
    <>
      <ChangeLine name={words.say("pane-money-cagb")} change={byPayer.cagb} />
      <ChangeLine name={words.say("pane-money-communes")} change={byPayer.commune} />
      <ChangeLine name={words.say("pane-money-total")} change={total} isTotal />
    </>
  );
}

interface AmountListProps {
  readonly amounts: readonly {
    readonly name: ComponentChildren;
    readonly amount: string;
    readonly isTotal?: boolean;
  }[];
}

/** Draws counts, each under its name. */
export function AmountList({ amounts }: AmountListProps) {
  return (
    <dl class="amounts">
      {amounts.map(({ name, amount, isTotal = false }, index) => (
        <div key={index} class={isTotal ? "total" : undefined}>
          <dt>{name}</dt>
          <dd>{amount}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Draws the three amounts of a titre: the debtor's part, if there is a debtor, the communes', and their sum. */
export function Amounts({ preview: { statement } }: { readonly preview: Preview }) {
  const { words } = usePane();
  return (
    <AmountList
      amounts={[
        ...(statement.campaign.convention.debtor === null
          ? []
          : [{ name: words.say("pane-money-cagb"), amount: words.euros(statement.cagb) }]),
        { name: words.say("pane-money-communes"), amount: words.euros(statement.communes) },
        { name: words.say("pane-money-total"), amount: words.euros(statement.total), isTotal: true },
      ]}
    />
  );
}
