"""An account: a brief told in the client's own sentences, of which those that are not orders are said as they stand."""

from tools.language.account.accounts import Account
from tools.language.account.reading import read_account

__all__ = ["Account", "read_account"]
