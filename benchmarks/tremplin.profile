# The wire of a live session, for loadgen.c. CODE and TOKEN are filled in by run.py; everything else is the room's own (ARCHITECTURE.md, "The wire").
path=/socket.io/
present.connect=40/live,{"role":"desk","code":"CODE","token":"TOKEN"}
present.step=42/live,1["sync",{}] => 43/live,1[{"ok":true
present.capture=version:"version":
phone.connect=40/live,{"role":"phone","code":"CODE"}
phone.capture=run:data-run=\"
phone.step=42/live,1["join",{"code":"CODE","alias":"Nina {i}"}] => 43/live,1[{"ok":true
# the title of the next question first, then the question: the second is the one that is measured
prepare=42/live,{id}["command",{"name":"next","expected_version":{version}}] => 43/live,{id}[{"ok":true
show=42/live,9{id}["command",{"name":"open","expected_version":{version}}]
show.ok=42/live,["state_changed"
answer=42/live,{id}["submit_answer",{"run":"{run}","client_answer_id":"{r}-{q}-{i}","part":0,"answer":{"choices":["b"]}}]
answer.ok=43/live,{id}[{"ok":true
count.prefix=42/live,["answers_counted"
count.key="answered":
