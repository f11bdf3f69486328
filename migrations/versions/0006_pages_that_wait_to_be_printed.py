"""pages that wait to be printed"""

import sqlalchemy as sa
from alembic import op

from workshop.db import UtcDateTime

revision = '0006'
down_revision = '0005'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('to_print',
    sa.Column('participant_id', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('type', sa.String(length=40), nullable=False),
    sa.Column('key', sa.String(length=24), nullable=False),
    sa.Column('pdf', sa.LargeBinary(), nullable=False),
    sa.Column('handed_at', UtcDateTime(), nullable=False),
    sa.ForeignKeyConstraint(['participant_id'], ['notebook_writer.participant_id'], name=op.f('fk_to_print_participant_id_notebook_writer'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('participant_id', 'type', name=op.f('pk_to_print')),
    sa.UniqueConstraint('key', name=op.f('uq_to_print_key'))
    )
    op.create_index(op.f('ix_to_print_handed_at'), 'to_print', ['handed_at'], unique=False)


def downgrade() -> None:
    op.drop_table('to_print')
