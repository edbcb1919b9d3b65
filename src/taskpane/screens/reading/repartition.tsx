import { communeOfFiche } from "../../../documents";
import { cellName } from "../../../cells";
import type { CommuneTotal, Line, SchoolTotal } from "../../../statement";
import { Amounts } from "../../parts/amounts";
import { usePane } from "../../parts/context";
import { Back, Button, CellLink, French, Screen, Warning } from "../../parts/elements";
import { campaignOf } from "../../state/preview";
import { openAs, previewOf } from "../../state/state";
import { communeMatches } from "./texts";

/** Who bears what: the titre's two parts, then each commune. */
export function RepartitionScreen() {
  const { session, state, words } = usePane();
  const preview = previewOf(state);
  if (preview === null) return null;
  return (
    <Screen
      title={words.say("pane-split-title", { year: campaignOf(preview) })}
      actions={
        <Button primary onClick={() => session.dispatch({ type: "step-opened", step: "documents" })}>
          {words.say("pane-act-documents")}
        </Button>
      }
    >
      <Amounts preview={preview} />
      {preview.counts.error > 0 && <Warning>{words.counted("pane-provisional", preview.counts.error)}</Warning>}
      <p class="links">
        <Button
          link
          onClick={() => session.dispatch({ type: "opened", open: { screen: "analysis", name: "compare" } })}
        >
          {words.say("pane-act-compare")}
        </Button>{" "}
        <Button
          link
          onClick={() => session.dispatch({ type: "opened", open: { screen: "analysis", name: "simulate" } })}
        >
          {words.say("pane-act-simulate")}
        </Button>{" "}
        <Button
          link
          onClick={() => session.dispatch({ type: "opened", open: { screen: "analysis", name: "rectify" } })}
        >
          {words.say("pane-act-rectify")}
        </Button>
      </p>
      <Communes communes={preview.statement.byCommune} />
    </Screen>
  );
}

function Communes({ communes }: { readonly communes: readonly CommuneTotal[] }) {
  const { session, state, words } = usePane();
  const { search } = state;
  const found = communes.filter(({ commune: { name, insee } }) => communeMatches(search, name, insee));
  return (
    <>
      <div class="field">
        <label for="search">{words.say("pane-search")}</label>
        <input
          id="search"
          type="search"
          autocomplete="off"
          value={search}
          onInput={({ currentTarget }) => session.dispatch({ type: "searched", search: currentTarget.value })}
        />
      </div>
      <p class="unseen" role="status">
        {search !== "" && words.counted("pane-search-found", found.length)}
      </p>
      {found.length === 0 ? (
        <p>{words.say("pane-search-none", { search })}</p>
      ) : (
        <table class="money">
          <caption class="unseen">{words.say("pane-communes-caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{words.say("pane-commune")}</th>
              <th scope="col" class="wide">
                {words.say("pane-installation")}
              </th>
              <th scope="col" class="wide">
                {words.say("pane-maintenance")}
              </th>
              <th scope="col">
                {words.say("pane-total")}
                <span class="parts narrow">{words.say("pane-commune-parts-heading")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {found.map((total) => (
              <CommuneLine key={total.commune.insee + total.commune.name} total={total} />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function CommuneLine({ total: { commune, split, cagb, due } }: { readonly total: CommuneTotal }) {
  const { session, words } = usePane();
  const { installation, maintenance } = split;
  const { insee, name } = commune;
  return (
    <tr>
      <th scope="row">
        <Button link onClick={() => session.dispatch({ type: "opened", open: { screen: "commune", insee } })}>
          {name}
        </Button>
      </th>
      <td class="wide">{words.euros(installation.cagb.plus(installation.commune), true)}</td>
      <td class="wide">{words.euros(maintenance.cagb.plus(maintenance.commune), true)}</td>
      <td>
        {words.euros(cagb.plus(due), true)}
        <span class="parts narrow">
          {words.say("pane-commune-parts", { cagb: words.euros(cagb), due: words.euros(due) })}
        </span>
      </td>
    </tr>
  );
}

/** Why this amount: a commune's schools, each line as quantity × price, and the cell that it comes from. */
export function CommuneScreen() {
  const { session, state, words } = usePane();
  const preview = previewOf(state);
  const open = openAs(state, "commune");
  const total = preview?.statement.byCommune.find(({ commune }) => commune.insee === open?.insee);
  if (preview === null || total === undefined) return null;
  const { commune, cagb, due, schools } = total;
  const fiche = preview.plan.sheets.find(({ key }) => communeOfFiche(key) === commune.insee)?.name;
  const isWritten = fiche !== undefined && state.ownSheets?.some(({ name }) => name === fiche) === true;
  return (
    <Screen
      title={commune.name}
      back={<Back />}
      actions={
        isWritten && (
          <Button primary onClick={() => void session.run.openSheet(fiche)}>
            {words.say("pane-detail-fiche")}
          </Button>
        )
      }
    >
      <dl class="amounts">
        <div>
          <dt>{words.say("pane-commune-part")}</dt>
          <dd>{words.euros(due)}</dd>
        </div>
        <div>
          <dt>{words.say("pane-money-cagb")}</dt>
          <dd>{words.euros(cagb)}</dd>
        </div>
        <div class="total">
          <dt>{words.say("pane-total")}</dt>
          <dd>{words.euros(cagb.plus(due))}</dd>
        </div>
      </dl>
      {schools.map((school, index) => (
        <SchoolLines key={index} total={school} />
      ))}
      <p class="secondary">{words.say("pane-tariff", { act: preview.statement.grid.act })}</p>
    </Screen>
  );
}

function SchoolLines({ total: { school, split, lines } }: { readonly total: SchoolTotal }) {
  const { words } = usePane();
  const { name } = school;
  const { installation, maintenance } = split;
  const amounts = [installation.commune, maintenance.cagb, maintenance.commune];
  const total = amounts.reduce((sum, amount) => sum.plus(amount), installation.cagb);
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

function LineRow({ line }: { readonly line: Line }) {
  const { words } = usePane();
  const { tariff, nature, payer, quantity, unitPrice, amount, share, sources } = line;
  const [source] = sources.filter(({ rows }) => rows.length > 0);
  const others = sources.reduce((count, { rows }) => count + rows.length, 0) - 1;
  const computed = words.say("pane-detail-line", { quantity: words.integer(quantity), price: words.euros(unitPrice) });
  return (
    <tr>
      <th scope="row">
        <French>{tariff.prestation}</French>
        <span class="parts">
          {words.say(`pane-detail-nature-${nature}`, { payer: words.say(`pane-payer-${payer}`) })}
          {share !== null && `, ${words.say("pane-detail-share", { weight: share.weight, total: share.total })}`}
        </span>
        <span class="parts narrow">{computed}</span>
        {source !== undefined && (
          <span class="parts">
            <CellLink
              sheet={source.sheet.name}
              otherFile={source.sheet.otherFile}
              cell={cellName(source.rows[0]!, source.column)}
            />
            {others > 0 && ` ${words.counted("pane-detail-others", others)}`}
          </span>
        )}
      </th>
      <td class="wide">{computed}</td>
      <td>{words.euros(amount)}</td>
    </tr>
  );
}
