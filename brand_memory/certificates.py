"""Why an encrypted connection can not be trusted, in words that a person can act on."""

from __future__ import annotations

import ssl

_ADVICE = "ask its owner to mend that, or learn from files of the brand instead"
_BY_CODE = {
    9: "its certificate is not valid yet",
    10: "its certificate has expired",
    18: "its certificate is signed by itself alone",
    19: "its certificate comes from an authority that nobody here knows",
    20: "its certificate comes from an authority that nobody here knows",
    21: "its certificate comes from an authority that nobody here knows",
    23: "its certificate was revoked",
    62: "its certificate is for another name",
    64: "its certificate is for another address",
}
"""By the codes of OpenSSL's verification (`X509_V_ERR_…`)."""
_BY_NAME = {
    "ERR_CERT_DATE_INVALID": "its certificate has expired or is not valid yet",
    "ERR_CERT_AUTHORITY_INVALID": "its certificate comes from an authority that nobody here knows",
    "ERR_CERT_COMMON_NAME_INVALID": "its certificate is for another name",
    "ERR_CERT_REVOKED": "its certificate was revoked",
    "ERR_CERT_": "its certificate is not valid",
}
"""By the names under which Chromium reports them; the first that begins like one is taken."""


def distrust_of(error: Exception | str) -> str:
    """Why a site's certificate is not accepted and what to do; empty where that is not what went wrong.

    `error` is what a connection raised, or the text of what the browser reports.
    """
    why = ""
    if isinstance(error, ssl.SSLCertVerificationError):
        why = _BY_CODE.get(error.verify_code, "its certificate is not valid")
    elif isinstance(error, str):
        why = next((said for name, said in _BY_NAME.items() if f"net::{name}" in error), "")
    return f"{why}; {_ADVICE}" if why else ""
