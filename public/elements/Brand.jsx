import { Check, X } from "lucide-react"
import { useEffect, useState } from "react"

// Words in a typeface of the brand, from its own file where there is one.
function Sample({ sample, name }) {
  const own = "va-" + name
  return (
    <div className="va-sample">
      {sample.source && <style>{`@font-face { font-family: "${own}"; src: url("${sample.source}"); font-weight: 100 900; font-display: block; }`}</style>}
      <span style={{ fontFamily: (sample.source ? `"${own}", ` : "") + sample.family, fontWeight: sample.weight }}>{sample.text}</span>
      {!sample.source && <small className="va-quiet">Shown in a typeface like it, where this one is not installed.</small>}
    </div>
  )
}

function Fact({ fact, brand, decide }) {
  const [value, setValue] = useState(fact.text)
  useEffect(() => setValue(fact.text), [fact.text])
  const sure = fact.status === "found" ? Math.round(fact.confidence * 100) + " % sure" : fact.status + " by you"
  return (
    <div className="va-fact">
      <span className="va-quiet">{fact.label}</span>
      <div>
        <form className="va-row" style={{ flexWrap: "nowrap" }} onSubmit={(e) => { e.preventDefault(); decide({ brand, verb: "correct", key: fact.key, value }) }}>
          {fact.hex && <i style={{ width: 22, height: 22, borderRadius: 6, background: fact.hex, border: "1px solid hsl(var(--border))", flex: "none" }} />}
          {fact.editable
            ? <input type="text" aria-label={fact.label} value={value} onChange={(e) => setValue(e.target.value)} onKeyDown={(e) => e.stopPropagation()} />
            : <span>{fact.text}</span>}
          {fact.editable && value !== fact.text && <button type="submit" className="va-btn">Correct</button>}
        </form>
        {fact.sample && <Sample sample={fact.sample} name={brand + "-" + fact.key} />}
        <div className="va-sure">{sure}{fact.place ? " · seen at " + fact.place : ""}</div>
      </div>
      <div className="va-row">
        <button type="button" className="va-btn va-icon" aria-label={"Confirm " + fact.label} title="That is right" aria-pressed={fact.status === "confirmed"} onClick={() => decide({ brand, verb: "confirm", key: fact.key, which: fact.which })}><Check size={16} /></button>
        <button type="button" className="va-btn va-icon" aria-label={"Reject " + fact.label} title="That is wrong" aria-pressed={fact.status === "rejected"} onClick={() => decide({ brand, verb: "reject", key: fact.key, which: fact.which })}><X size={16} /></button>
      </div>
    </div>
  )
}

function Brand({ props, callAction }) {
  const decide = (payload) => callAction({ name: "brand", payload })
  if (props.folded) {
    return (
      <section className="va va-folded" aria-label={"Brand " + props.name + ", earlier"}>
        <span>Brand {props.name}</span>
        <span className="va-strip">{(props.colours || []).map((colour) => <i key={colour.role} style={{ background: colour.hex }} />)}</span>
      </section>
    )
  }
  return (
    <section className="va va-card" aria-label={"Brand " + props.name}>
      <div className="va-row va-spread">
        <h3>{props.name}</h3>
        {props.logo && <img className="va-logo" style={{ background: props.ground || "transparent" }} src={props.logo} alt={"Logo of " + props.name} />}
      </div>
      <div className="va-swatches" style={{ marginTop: 12 }}>
        {(props.colours || []).map((colour) => (
          <div className="va-swatch" key={colour.role}><i style={{ background: colour.hex }} /><div>{colour.role}</div><div className="va-quiet">{colour.hex}</div></div>
        ))}
      </div>
      <div className="va-facts">
        {(props.facts || []).map((fact) => <Fact key={fact.key} fact={fact} brand={props.brand} decide={decide} />)}
      </div>
      {props.tone && <p className="va-quiet va-small" style={{ marginTop: 12 }}>{props.tone}</p>}
    </section>
  )
}

// Chainlit evaluates this file at every drawing: the first component stands for all, else what is in use here would begin anew.
const Lasting = (window.vaBrand = window.vaBrand || Brand)

export default <Lasting props={props} callAction={callAction} />
