import { useEffect, useRef, useState } from "react"
import { Mic, Square, Upload } from "lucide-react"

// What a person reads aloud to agree; recorded here, sent as a file, or read on the person's own phone.
function Consent({ props }) {
  const [words, setWords] = useState(props.words)
  const [told, setTold] = useState("")
  const [state, setState] = useState("ready")
  const [left, setLeft] = useState(0)
  const recorder = useRef(null)
  const view = useRef(null)
  const over = state === "over" || left <= 0 || props.folded
  useEffect(() => {
    const tick = () => setLeft(Math.max(0, Math.round(props.ends - Date.now() / 1000)))
    tick()
    const timer = setInterval(tick, 1000)
    return () => clearInterval(timer)
  }, [props.ends])
  // It may be answered on the phone meanwhile; a try there changes the words here.
  useEffect(() => {
    if (over || state !== "ready") return undefined
    const look = setInterval(async () => {
      try {
        const answer = await fetch(`${props.address}/state`)
        if (answer.ok) setWords((await answer.json()).words + ".")
        else if (answer.status !== 429) { setState("over"); setTold("It was answered, or is over.") }
      } catch { /* the next look tells */ }
    }, 4000)
    return () => clearInterval(look)
  }, [over, state, props.address])
  const send = async (blob) => {
    setState("sending"); setTold("It is being listened to …")
    try {
      const answer = await fetch(props.address, { method: "POST", headers: { "Content-Type": blob.type || "audio/webm" }, body: blob })
      const said = await answer.json().catch(() => ({ outcome: "over", told: "It is over. Ask for the consent again." }))
      if (said.words) setWords(said.words + ".")
      setTold(said.told + (said.words ? " There are other words now." : ""))
      setState(said.outcome === "again" ? "ready" : "over")
    } catch { setTold("It could not be sent. Try again."); setState("ready") }
  }
  const start = async () => {
    let stream
    try { stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: props.film }) }
    catch { setTold("The microphone or camera is not allowed here. Allow it, or choose a recording."); return }
    const pieces = []
    recorder.current = new MediaRecorder(stream)
    recorder.current.ondataavailable = (event) => { if (event.data.size) pieces.push(event.data) }
    recorder.current.onstop = () => {
      stream.getTracks().forEach((track) => track.stop())
      send(new Blob(pieces, { type: recorder.current.mimeType.split(";")[0] }))
    }
    recorder.current.start()
    setTimeout(() => recorder.current.state === "recording" && recorder.current.stop(), 55000)
    setState("recording"); setTold("Recording. Read both lines aloud.")
    if (props.film && view.current) { view.current.srcObject = stream; view.current.play() }
  }
  return (
    <section className="va va-card" aria-label={`Consent of ${props.name}`}>
      <h3 style={{ marginBottom: 10 }}>{props.name} reads this aloud</h3>
      <p style={{ fontSize: 17, lineHeight: 1.5 }}>{props.statement}</p>
      <p style={{ fontSize: 19, lineHeight: 1.5, fontWeight: 700, margin: "6px 0 12px" }}>{over ? "…" : words}</p>
      {props.film && state === "recording" && <video ref={view} muted playsInline style={{ width: "100%", borderRadius: 12 }} />}
      <div className="va-row">
        {state === "recording"
          ? <button type="button" className="va-btn" onClick={() => recorder.current.stop()}><Square size={16} /> Stop and send</button>
          : <button type="button" className="va-btn" disabled={over || state === "sending"} onClick={start}><Mic size={16} /> Record</button>}
        <label className="va-btn" aria-disabled={over || state === "sending"}><Upload size={16} /> Choose a recording
          <input type="file" accept="audio/*,video/*" disabled={over || state === "sending"} style={{ position: "absolute", opacity: 0, width: 1, height: 1 }}
            onChange={(event) => event.target.files[0] && send(event.target.files[0])} />
        </label>
      </div>
      <p role="status" aria-live="polite" style={{ minHeight: 24, marginTop: 10 }}>{told || (over ? "The time is over; ask for the consent again." : `${Math.ceil(left / 60)} min left, three tries.`)}</p>
      {!over && (
        <details style={{ marginTop: 6 }}>
          <summary>On {props.name}’s own phone</summary>
          {props.code
            ? <img src={props.code} alt="Code that opens the page to read from" style={{ width: 180, marginTop: 10, background: "#fff", borderRadius: 8 }} />
            : <p style={{ marginTop: 10 }}>This chat is open to this machine only, so no phone reaches it: read it here, or start the chat with --host and a password.</p>}
          <p><a href={props.address} target="_blank" rel="noreferrer">Open the page here</a></p>
        </details>
      )}
    </section>
  )
}

// Chainlit evaluates this file at every drawing: the first component stands for all, else what is in use here would begin anew.
const Lasting = (window.vaConsent = window.vaConsent || Consent)

export default <Lasting props={props} />
