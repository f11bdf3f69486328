"""notebooks, which outlive the sessions"""

import sqlalchemy as sa
from alembic import op

from workshop.db import UtcDateTime

revision = '0005'
down_revision = '0004'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('notebook',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('began_by', sa.Integer(), nullable=False),
    sa.Column('code', sa.String(length=40), nullable=False),
    sa.Column('name', sa.String(length=40), nullable=False),
    sa.Column('created_at', UtcDateTime(), nullable=False),
    sa.Column('seen_at', UtcDateTime(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_notebook')),
    sa.UniqueConstraint('began_by', name=op.f('uq_notebook_began_by')),
    sa.UniqueConstraint('code', name=op.f('uq_notebook_code')),
    sqlite_autoincrement=True
    )
    op.create_table('notebook_page',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('notebook_id', sa.Integer(), nullable=False),
    sa.Column('live_id', sa.Integer(), nullable=True),
    sa.Column('step_id', sa.String(length=60), nullable=False),
    sa.Column('part', sa.Integer(), nullable=False),
    sa.Column('type', sa.String(length=40), nullable=False),
    sa.Column('specification', sa.JSON(), nullable=False),
    sa.Column('answer', sa.JSON(), nullable=False),
    sa.Column('keepsakes', sa.JSON(), nullable=False),
    sa.Column('marks', sa.JSON(), nullable=False),
    sa.Column('kept_at', UtcDateTime(), nullable=False),
    sa.ForeignKeyConstraint(['live_id'], ['live.id'], name=op.f('fk_notebook_page_live_id_live'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['notebook_id'], ['notebook.id'], name=op.f('fk_notebook_page_notebook_id_notebook'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_notebook_page')),
    sa.UniqueConstraint('notebook_id', 'live_id', 'step_id', 'part', name=op.f('uq_notebook_page_notebook_id_live_id_step_id_part')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_notebook_page_live_id'), 'notebook_page', ['live_id'], unique=False)

    op.create_table('notebook_writer',
    sa.Column('participant_id', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('notebook_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['notebook_id'], ['notebook.id'], name=op.f('fk_notebook_writer_notebook_id_notebook'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['participant_id'], ['participant.id'], name=op.f('fk_notebook_writer_participant_id_participant'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('participant_id', name=op.f('pk_notebook_writer'))
    )
    op.create_index(op.f('ix_notebook_writer_notebook_id'), 'notebook_writer', ['notebook_id'], unique=False)


def downgrade() -> None:
    op.drop_table('notebook_writer')
    op.drop_table('notebook_page')
    op.drop_table('notebook')
