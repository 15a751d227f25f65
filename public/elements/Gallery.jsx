import { useState } from "react"

function Gallery({ props, callAction }) {
  const [taken, setTaken] = useState("")
  const take = async (id) => { setTaken(id); await callAction({ name: "choose", payload: { kind: props.kind, id } }) }
  const rows = props.rows || []
  return (
    <section className="va va-card" aria-label={props.title}>
      <h3 style={{ marginBottom: 12 }}>{props.title}</h3>
      <div className="va-gallery">
        {rows.map((row) => (
          <figure key={row.id}>
            {row.picture && <img src={row.picture} alt={row.name} loading="lazy" />}
            <figcaption>
              <div><strong>{row.name}</strong><div className="va-quiet va-small">{row.about}</div></div>
              {row.sound && <audio controls preload="none" src={row.sound} aria-label={"Sample of " + row.name} />}
              <button type="button" className="va-btn" aria-label={"Take " + row.name} aria-pressed={taken === row.id} onClick={() => take(row.id)}>
                {taken === row.id ? "Taken" : "Take it"}
              </button>
            </figcaption>
          </figure>
        ))}
      </div>
      {props.more > 0 && <p className="va-quiet va-small" style={{ marginTop: 10 }}>and {props.more} more</p>}
    </section>
  )
}

// Chainlit evaluates this file at every drawing: the first component stands for all, else what is in use here would begin anew.
const Lasting = (window.vaGallery = window.vaGallery || Gallery)

export default <Lasting props={props} callAction={callAction} />
