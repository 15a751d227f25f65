import { useEffect, useRef, useState } from "react"
import { Download, MessageSquare, Play, SlidersHorizontal, Undo2 } from "lucide-react"

const clock = (s) => Math.floor(s / 60) + ":" + String(Math.floor(s % 60)).padStart(2, "0")

// What can be chosen from lists: several at once, made into one new draft.
function Style({ choices, busy, onMake }) {
  const [picked, setPicked] = useState({})
  const wanted = choices.filter((one) => picked[one.name] && picked[one.name] !== one.now)
  const make = () => onMake(wanted.map((one) => one.options.find((option) => option.value === picked[one.name]).patch))
  return (
    <div className="va-style" role="group" aria-label="Style and sound">
      <div className="va-lists">
        {choices.map((one) => (
          <label key={one.name}>
            <span className="va-quiet va-small">{one.label}</span>
            <select value={picked[one.name] || one.now} disabled={busy} onChange={(e) => setPicked({ ...picked, [one.name]: e.target.value })}>
              {one.options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
            </select>
          </label>
        ))}
      </div>
      <div className="va-row va-foot">
        <span className="va-quiet va-small">{wanted.length ? (wanted.length === 1 ? "One change" : wanted.length + " changes") : "Choose what should be different."}</span>
        <button type="button" className="va-btn va-main" disabled={busy || !wanted.length} onClick={make}>Make it so</button>
      </div>
    </div>
  )
}

function Draft({ props, callAction }) {
  const video = useRef(null)
  const [now, setNow] = useState(0)
  const [words, setWords] = useState("")
  const [before, setBefore] = useState(false)
  const [busy, setBusy] = useState(false)
  const [open, setOpen] = useState(false)
  const [styling, setStyling] = useState(false)
  const card = useRef(null)
  // A draft that has just come is shown; an old one, when the page is opened again, stays where it is.
  useEffect(() => {
    if (!card.current || Math.abs(Date.now() / 1000 - props.shown) >= 10) return
    const show = () => card.current?.scrollIntoView({ block: "start" })
    show()
    // The page itself goes to its end for a moment, where half of the picture would be out of sight.
    const later = [200, 600, 1200].map((wait) => setTimeout(show, wait))
    const leave = () => later.forEach(clearTimeout)
    const own = ["wheel", "touchmove", "pointerdown", "keydown"]
    own.forEach((each) => addEventListener(each, leave, { passive: true }))
    return () => { leave(); own.forEach((each) => removeEventListener(each, leave)) }
  }, [])
  useEffect(() => { if (video.current && now) video.current.currentTime = now }, [before])
  const name = props.label || "Draft " + props.draft
  const chapters = props.chapters || []
  const current = chapters.filter((c) => c.start <= now + 0.05).pop()
  const run = async (name, payload) => { setBusy(true); try { await callAction({ name, payload }) } finally { setBusy(false) } }
  const jump = (seconds) => { if (video.current) { video.current.currentTime = seconds + 0.01; setNow(seconds) } }
  const compare = () => {
    const first = chapters.find((c) => c.changed)
    if (!before && first && !now) setNow(first.start + 0.01)
    setBefore(!before)
  }
  const comment = (event) => {
    event.preventDefault()
    if (!words.trim()) return
    run("comment", { text: words.trim(), at_seconds: video.current ? video.current.currentTime : 0 })
    setWords("")
  }
  const player = (
    <video ref={video} controls playsInline preload="metadata" key={before ? "before" : "after"} poster={before ? undefined : props.poster}
      src={before && props.previous ? props.previous : props.video} aria-label={(props.title || "The video") + ", " + name.toLowerCase()}
      onTimeUpdate={(e) => setNow(e.target.currentTime)}>
      {props.captions && <track kind="captions" src={props.captions} srcLang={props.language || "en"} label="Captions" />}
    </video>
  )
  if (props.folded) {
    return (
      <section className="va va-player" aria-label={name + ", earlier"}>
        <div className="va-folded">
          <span>{name} · {props.told}</span>
          <button type="button" className="va-btn" aria-expanded={open} onClick={() => setOpen(!open)}><Play size={14} aria-hidden="true" /> {open ? "Close" : "Watch"}</button>
        </div>
        {open && player}
      </section>
    )
  }
  return (
    <section ref={card} className="va va-card va-player" aria-label={name}>
      <div className="va-row va-spread va-top">
        <h3>{name}</h3>
        <span className="va-quiet va-small">{props.told}</span>
      </div>
      <div className="va-screen">{player}{before && <span className="va-mark">Before</span>}</div>
      <div className="va-chapters" role="group" aria-label="Scenes" tabIndex={0}>
        {chapters.map((c) => (
          <button type="button" key={c.id} className={"va-btn" + (current && current.id === c.id ? " va-now" : "")} aria-current={current && current.id === c.id ? "true" : undefined} onClick={() => jump(c.start)}>
            <span>{clock(c.start)} {c.title}</span>{c.changed && <i className="va-dot" role="img" aria-label="changed" title="Changed" />}
          </button>
        ))}
      </div>
      <form className="va-row va-comment" onSubmit={comment}>
        <input type="text" className="va-field" aria-label={"Comment at " + clock(now)} placeholder={"What should be different at " + clock(now) + "?"}
          value={words} disabled={busy} onChange={(e) => setWords(e.target.value)} onKeyDown={(e) => e.stopPropagation()} />
        <button type="submit" className="va-btn va-main" disabled={busy || !words.trim()}><MessageSquare size={16} aria-hidden="true" /> Send</button>
      </form>
      <div className="va-row va-actions">
        {props.previous && (
          <button type="button" className="va-btn" aria-pressed={before} onClick={compare}>{before ? "Back to this draft" : "Show before"}</button>
        )}
        {props.previous && (
          <button type="button" className="va-btn" disabled={busy} onClick={() => run("command", { name: "undo" })}><Undo2 size={16} aria-hidden="true" /> Undo</button>
        )}
        <a className="va-btn" href={props.video + "?download=true"} download><Download size={16} aria-hidden="true" /> Download</a>
        {(props.choices || []).length > 0 && (
          <button type="button" className="va-btn" aria-expanded={styling} onClick={() => setStyling(!styling)}><SlidersHorizontal size={16} aria-hidden="true" /> Style and sound</button>
        )}
        {(props.exports || []).length > 0 && (
          <details className="va-menu">
            <summary className="va-btn">More formats</summary>
            <div className="va-list">
              {props.exports.map((one) => (
                <button type="button" key={one.value} className="va-btn" disabled={busy}
                  onClick={(e) => { e.currentTarget.closest("details").open = false; run("command", { name: "export", value: one.value }) }}>{one.label}</button>
              ))}
            </div>
          </details>
        )}
      </div>
      {styling && <Style choices={props.choices} busy={busy} onMake={(patches) => run("patch", { patches })} />}
      {(props.findings || []).length > 0 && (
        <details className="va-findings va-small va-quiet">
          <summary>{props.findings.length === 1 ? "One thing was noticed" : props.findings.length + " things were noticed"} in the check</summary>
          <ul>{props.findings.map((finding, n) => <li key={n}>{finding}</li>)}</ul>
        </details>
      )}
    </section>
  )
}

// Chainlit evaluates this file at every drawing: the first component stands for all, else what is in use here would begin anew.
const Lasting = (window.vaDraft = window.vaDraft || Draft)

export default <Lasting props={props} callAction={callAction} />
