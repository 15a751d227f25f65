import { Undo2 } from "lucide-react"

function Changes({ props, callAction }) {
  const changes = props.changes || []
  return (
    <section className={"va va-card" + (props.folded ? " va-past" : "")} aria-label={props.folded ? "What changed, earlier" : "What changed"}>
      <div className="va-row va-spread" style={{ marginBottom: 8 }}>
        <h3>{props.drafts ? "Draft " + props.drafts[0] + " and draft " + props.drafts[1] : "What changed"}</h3>
        {props.undo && !props.folded && (
          <button type="button" className="va-btn" onClick={() => callAction({ name: "command", payload: { name: "undo" } })}><Undo2 size={16} aria-hidden="true" /> Undo</button>
        )}
      </div>
      <ul className="va-changes">
        {changes.map((change, n) => (
          <li key={n}>
            {change.label}{(change.before || change.after) ? ": " : ""}
            {change.before && <del>{change.before}</del>}{change.before && change.after ? " → " : ""}{change.after && <ins>{change.after}</ins>}
          </li>
        ))}
        {changes.length === 0 && <li className="va-quiet">Nothing differs.</li>}
      </ul>
    </section>
  )
}

// Chainlit evaluates this file at every drawing: the first component stands for all, else what is in use here would begin anew.
const Lasting = (window.vaChanges = window.vaChanges || Changes)

export default <Lasting props={props} callAction={callAction} />
