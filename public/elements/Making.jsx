import { Check, Square } from "lucide-react"
import { useEffect, useRef, useState } from "react"

// How far a draft is: one step for each stage, the one at work filled as far as it is.
function Making({ props, callAction }) {
  const stages = props.stages || []
  const card = useRef(null)
  useEffect(() => { card.current?.scrollIntoView({ block: "nearest" }) }, [])
  const [stopping, setStopping] = useState(false)
  const stop = async () => { setStopping(true); await callAction({ name: "command", payload: { name: "stop" } }) }
  return (
    <section ref={card} className="va va-card" aria-label="Progress">
      <div className="va-row va-spread">
        <div>
          <h3>Making {props.what}</h3>
          <div className="va-quiet va-small" role="status">{props.told}</div>
        </div>
        <button type="button" className="va-btn" disabled={stopping} onClick={stop}><Square size={14} aria-hidden="true" /> Stop</button>
      </div>
      <ol className="va-stages">
        {stages.map((stage, n) => (
          <li key={stage} className={n < props.at ? "va-done" : n === props.at ? "va-at" : ""} aria-current={n === props.at ? "step" : undefined}>
            <i><b style={{ width: n < props.at ? "100%" : n === props.at ? Math.max(8, props.share * 100) + "%" : "0" }} /></i>
            <span>{n < props.at && <Check size={12} aria-label="done" />} {stage}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

// Chainlit evaluates this file at every drawing: the first component stands for all, else what is in use here would begin anew.
const Lasting = (window.vaMaking = window.vaMaking || Making)

export default <Lasting props={props} callAction={callAction} />
