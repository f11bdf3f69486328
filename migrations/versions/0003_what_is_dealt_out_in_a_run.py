"""what is dealt out in a run"""

import sqlalchemy as sa
from alembic import op

revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('deal',
    sa.Column('run_id', sa.String(length=24), nullable=False),
    sa.Column('part', sa.Integer(), nullable=False),
    sa.Column('content', sa.JSON(), nullable=False),
    sa.ForeignKeyConstraint(['run_id'], ['step_run.id'], name=op.f('fk_deal_run_id_step_run'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('run_id', 'part', name=op.f('pk_deal'))
    )


def downgrade() -> None:
    op.drop_table('deal')
