// usage: node rec.mjs chrome|firefox outdir
import { spawn } from 'node:child_process';
import http from 'node:http';
import fs from 'node:fs';
const which = process.argv[2], scenario = process.argv[3], out = process.argv[4];
const port = 4500 + Math.floor(Math.random()*400);
const page = http.createServer((q,r)=>{r.setHeader('content-type','text/html');r.setHeader('Cross-Origin-Opener-Policy','same-origin');r.setHeader('Cross-Origin-Embedder-Policy','require-corp');r.end(fs.readFileSync('page.html'))}).listen(0,'127.0.0.1');
await new Promise(r=>page.once('listening',r));
const purl = 'http://localhost:'+page.address().port+'/';
const drv = which==='chrome' ? spawn('/usr/bin/chromedriver',['--port='+port]) : spawn('/root/.cargo/bin/geckodriver',['--port',''+port]);
drv.stderr.on('data',()=>{}); drv.stdout.on('data',()=>{});
const wd = async (m,p,b)=>{const r=await fetch(`http://127.0.0.1:${port}${p}`,{method:m,headers:b?{'content-type':'application/json'}:{},body:b?JSON.stringify(b):undefined});const j=await r.json(); if(j.value&&j.value.error) throw new Error(JSON.stringify(j.value).slice(0,600)); return j.value;};
for(let i=0;i<50;i++){try{await wd('GET','/status');break}catch{await new Promise(r=>setTimeout(r,100))}}
const caps = which==='chrome' ? {browserName:'chrome','goog:chromeOptions':{binary:'/usr/bin/chromium',args:['--headless=new','--no-sandbox','--use-fake-device-for-media-stream=fps=30','--use-fake-ui-for-media-stream','--autoplay-policy=no-user-gesture-required','--disable-features=WebRtcHideLocalIpsWithMdns','--disable-background-networking','--disable-component-update','--disable-sync']}}
 : {browserName:'firefox','moz:firefoxOptions':{binary:'/usr/bin/firefox-esr',args:['-headless'],prefs:{'media.navigator.streams.fake':true,'media.navigator.permission.disabled':true,'media.peerconnection.ice.obfuscate_host_addresses':false,'media.autoplay.default':0}}};
let sid;
try{
 const s = await wd('POST','/session',{capabilities:{alwaysMatch:caps}}); sid=s.sessionId;
 const version=s.capabilities.browserVersion;
 await wd('POST',`/session/${sid}/timeouts`,{script:60000});
 await wd('POST',`/session/${sid}/url`,{url:purl});
 const v = await wd('POST',`/session/${sid}/execute/async`,{script:'const cb=arguments[arguments.length-1]; window.run(arguments[0]).then(cb,e=>cb({error2:String(e&&e.stack||e)}));',args:[scenario]});
 if(v.error2) throw new Error(v.error2);
 fs.writeFileSync(out, JSON.stringify({browser:which,version,scenario,...v}));
 console.log(out, version, v.samples.length, fs.statSync(out).size);
} catch(e){console.error('FAIL',e.message);} finally{ if(sid) try{await wd('DELETE',`/session/${sid}`)}catch{}; drv.kill(); page.close(); setTimeout(()=>process.exit(0),300);}
