import { useState } from "react"

// Answers to choose from; once one was given, there is nothing left to choose.
function Choices({ props, callAction }) {
  const [busy, setBusy] = useState(false)
  if (props.folded) return null
  const say = async (text) => { setBusy(true); try { await callAction({ name: "say", payload: { text } }) } finally { setBusy(false) } }
  return (
    <div className="va va-row" role="group" aria-label="Answers">
      {(props.options || []).map((option) => (
        <button type="button" key={option} className="va-btn" disabled={busy} onClick={() => say(option)}>{option}</button>
      ))}
    </div>
  )
}

// Chainlit evaluates this file at every drawing: the first component stands for all, else what is in use here would begin anew.
const Lasting = (window.vaChoices = window.vaChoices || Choices)

export default <Lasting props={props} callAction={callAction} />
