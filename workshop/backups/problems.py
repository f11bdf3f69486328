"""Why a backup or a restoring does not take place."""


class BackupFailed(Exception):
    """The message is French and says what to do; nothing was changed."""
