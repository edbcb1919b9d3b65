import { usePane } from "../../parts/context";
import { Button, CellLink, French } from "../../parts/elements";
import { Screen } from "../../parts/screen";
import type { DetailLine, DetailSchool } from "../../state/preview";
import { previewOf } from "../../state/state";

/** Why this amount: a commune's schools, each line as quantity × price, and the cell that it comes from. */
export function CommuneScreen() {
  const { session, state, words } = usePane();
  const { commune } = state;
  if (commune === null) return null;
  const { row, fiche, schools } = commune;
  const isWritten = fiche !== null && state.ownSheets?.some(({ name }) => name === fiche) === true;
  return (
    <Screen
      title={row.name}
      back={
        <button type="button" class="back" onClick={() => session.openCommune(null)}>
          <span aria-hidden="true">‹ </span>
          {words.say("pane-act-back")}
        </button>
      }
      actions={
        isWritten && (
          <Button primary onClick={() => void session.openSheet(fiche)}>
            {words.say("pane-detail-fiche")}
          </Button>
        )
      }
    >
      <dl class="amounts">
        <div>
          <dt>{words.say("pane-commune-part")}</dt>
          <dd>{words.euros(row.due)}</dd>
        </div>
        <div>
          <dt>{words.say("pane-money-cagb")}</dt>
          <dd>{words.euros(row.cagb)}</dd>
        </div>
        <div class="total">
          <dt>{words.say("pane-total")}</dt>
          <dd>{words.euros(row.total)}</dd>
        </div>
      </dl>
      {schools.map((school, index) => (
        <SchoolLines key={index} school={school} />
      ))}
      <p class="secondary">{words.say("pane-tariff", { act: previewOf(state)?.act ?? "" })}</p>
    </Screen>
  );
}

function SchoolLines({ school: { name, total, lines } }: { readonly school: DetailSchool }) {
  const { words } = usePane();
  return (
    <section class="card">
      <h2>
        <span>{name}</span> <span class="amount">{words.euros(total, true)}</span>
      </h2>
      {lines.length === 0 ? (
        <p>{words.say("pane-detail-no-line")}</p>
      ) : (
        <table class="money">
          <caption class="unseen">{words.say("pane-detail-caption", { school: name })}</caption>
          <thead class="unseen">
            <tr>
              <th scope="col">{words.say("pane-detail-prestation")}</th>
              <th scope="col" class="wide">
                {words.say("pane-detail-computed")}
              </th>
              <th scope="col">{words.say("pane-detail-amount")}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, index) => (
              <LineRow key={index} line={line} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function LineRow({ line }: { readonly line: DetailLine }) {
  const { words } = usePane();
  const { prestation, nature, payer, quantity, unitPrice, amount, share, source } = line;
  const computed = words.say("pane-detail-line", { quantity: words.integer(quantity), price: words.euros(unitPrice) });
  return (
    <tr>
      <th scope="row">
        <French>{prestation}</French>
        <span class="parts">
          {words.say(`pane-detail-nature-${nature}`, { payer: words.say(`pane-payer-${payer}`) })}
          {share !== null && `, ${words.say("pane-detail-share", { ...share })}`}
        </span>
        <span class="parts narrow">{computed}</span>
        {source !== null && (
          <span class="parts">
            <CellLink sheet={source.sheet} otherFile={source.otherFile} cell={source.cell} />
            {source.others > 0 && ` ${words.counted("pane-detail-others", source.others)}`}
          </span>
        )}
      </th>
      <td class="wide">{computed}</td>
      <td>{words.euros(amount)}</td>
    </tr>
  );
}
