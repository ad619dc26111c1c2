/** What the demonstration's positions say: the federation's public recommendations, in our own words. */
import type { NodeJson } from '../../packages/document/content.ts'
import { writing } from './text.ts'

export function nirmText(): NodeJson[] {
  const { heading, paragraph, list, situation, recommendation } = writing('nirm')
  return [
    heading('Context'),
    paragraph(
      'Guvernul pregătește hotărârea prin care se aprobă Mecanismul Național de Identificare și Referire a victimelor traficului de persoane (MNIR). Organizații din ProTECT au lucrat la proiect alături de autorități. Acest document adună ce considerăm că lipsește încă din el.',
    ),
    paragraph('Un mecanism bun răspunde la trei întrebări ale omului care întâlnește o posibilă victimă:'),
    list('Ce semne să caut?', 'Pe cine sun, chiar acum?', 'Ce se întâmplă cu persoana după aceea?'),
    heading('Constatări și recomandări'),
    situation(
      'Nu fiecare instituție a statului are un traseu de referire. Un medic, un inspector de muncă sau un învățător nu știe ce are de făcut după prima bănuială, iar identificarea pornește târziu, adesea abia după o plângere.',
    ),
    recommendation(
      'Fiecare instituție care poate întâlni victime să aibă o procedură scrisă și clară, pentru identificare timpurie și proactivă, cu termene și persoane responsabile.',
    ),
    situation(
      'Organizațiile neguvernamentale întâlnesc primele multe dintre victime, dar nu există o procedură prin care să le poată identifica formal. Cine nu vrea sau nu poate depune plângere rămâne fără drepturi.',
    ),
    recommendation(
      'Să fie recunoscută „calea socială” a identificării: organizațiile acreditate să poată identifica formal o victimă, iar accesul la asistență să nu depindă de participarea ei la procesul penal.',
    ),
    situation('Linia telefonică pentru sesizarea traficului răspunde de luni până vineri, între 8 și 16.'),
    recommendation(
      'Linia telefonică să răspundă 24 de ore din 24, 7 zile din 7, cu operatori pregătiți și cu traducere.',
    ),
    situation(
      'Textul mecanismului este lung și tehnic. Cine îl aplică are nevoie de o formă scurtă, pe înțelesul său.',
    ),
    recommendation(
      'Mecanismul să fie însoțit de ghiduri: unul pentru specialiști și unul pentru cei care nu lucrează zi de zi cu victime.',
    ),
    situation(
      'Asistența este dusă aproape numai de organizații, iar serviciile sunt aceleași pentru toți, oricât de diferită ar fi exploatarea prin care au trecut.',
    ),
    recommendation(
      'Victimele să nu fie pedepsite pentru fapte la care au fost constrânse și să primească îngrijire specializată și reintegrare după un plan individual.',
    ),
    situation('În Comitetul interinstituțional, organizațiile sunt invitate permanente, fără drept de vot.'),
    recommendation('Organizațiile societății civile să aibă în comitet un loc egal, cu drept de vot.'),
    heading('Cui i se poate răspunde'),
    paragraph('Secretariatul ProTECT, care transmite răspunsul tuturor organizațiilor membre.'),
  ]
}

export function osecText(): NodeJson[] {
  const { heading, paragraph, situation, recommendation, amendments } = writing('osec')
  return [
    heading('Context'),
    paragraph(
      'Grupul de lucru pentru exploatarea sexuală a copiilor online, lansat la 6 martie 2023 împreună cu un studiu despre riscurile pe care le întâlnesc tinerii pe internet, propune modificarea Codului penal.',
    ),
    heading('Constatări și recomandări'),
    situation(
      'Materialele care înfățișează abuzul sexual asupra copiilor sunt pedepsite ca infracțiuni contra ordinii publice, ca și cum vătămată ar fi liniștea celorlalți, nu copilul.',
    ),
    recommendation(
      'Infracțiunea să fie mutată între cele contra libertății și integrității sexuale a minorului și numită ceea ce este: violență sexuală asupra copilului.',
    ),
    situation(
      'Exploatarea transmisă în direct și constrângerea prin imagini nu sunt descrise de lege; încadrarea diferă de la un parchet la altul.',
    ),
    recommendation(
      'Codul penal să descrie distinct exploatarea transmisă în direct și constrângerea copilului prin imagini, cu pedepse pe măsura faptei.',
    ),
    heading('Amendamente'),
    amendments({
      present:
        'Producerea, deținerea, procurarea, stocarea, expunerea sau distribuirea de materiale pornografice cu minori se pedepsește în titlul privind ordinea și liniștea publică.',
      proposed:
        'Producerea, deținerea, accesarea sau distribuirea de materiale care înfățișează abuzul sexual asupra unui copil se pedepsește în capitolul privind infracțiunile contra libertății și integrității sexuale.',
      reasons:
        'Ocrotit este copilul. Locul în cod hotărăște cum este înțeleasă fapta, ce drepturi are victima și când se prescrie răspunderea.',
    }),
    heading('Cui i se poate răspunde'),
    paragraph('Secretariatul ProTECT.'),
  ]
}

export function sentencesText(): NodeJson[] {
  const { heading, paragraph, situation, recommendation } = writing('sentences')
  return [
    heading('Context'),
    paragraph(
      'Termenele de prescripție pentru infracțiunile de trafic au fost lungite. Rămâne de văzut dacă pedepsele aplicate de instanțe țin pasul cu gravitatea faptelor.',
    ),
    heading('Constatări și recomandări'),
    situation(
      'Prea des pedeapsa este suspendată, dosarul se prescrie, ori condamnarea este mai scurtă decât a durat exploatarea.',
    ),
    recommendation(
      'Suspendarea executării să nu fie regula în cauzele de trafic, iar hotărârea să arate de ce s-a ales ea.',
    ),
    situation('Traficul rămâne o faptă cu risc mic și câștig mare pentru cel care o comite.'),
    recommendation(
      'Pedepsele, confiscarea și despăgubirea victimei să fie gândite împreună, astfel încât fapta să nu mai fie rentabilă.',
    ),
    heading('Cui i se poate răspunde'),
    paragraph('Secretariatul ProTECT.'),
  ]
}

export function strategyText(): NodeJson[] {
  const { heading, paragraph, list, situation, recommendation } = writing('strategy')
  return [
    heading('Context'),
    paragraph(
      'Strategia națională 2024-2028 a fost aprobată prin HG 533/2024, cu un plan de acțiune pentru 2024-2026. În 2023 nu a existat niciun plan. Urmărim acum dacă măsurile se pun în practică.',
    ),
    heading('Constatări și recomandări'),
    situation(
      'Planul are termene, dar nu spune cine verifică respectarea lor și când află societatea civilă.',
    ),
    recommendation(
      'Stadiul fiecărei măsuri să fie publicat o dată la șase luni și discutat în cele trei grupuri de lucru: prevenire, asistență, combatere.',
    ),
    situation('Bugetul măsurilor de asistență nu este defalcat pe ani.'),
    recommendation(''),
    heading('De lămurit înainte de consultare'),
    list(
      'Ce măsuri din 2024 sunt încheiate?',
      'Ce date primim de la ANITP?',
      'Cine scrie partea despre prevenire?',
    ),
  ]
}

export function directiveText(): NodeJson[] {
  const { heading, paragraph, situation, recommendation } = writing('directive')
  return [
    heading('Context'),
    paragraph(
      'Directiva (UE) 2024/1712 trebuie transpusă până la 15 iulie 2026. Ea numește între formele de exploatare maternitatea-surogat, căsătoria forțată și adopția ilegală și cere să fie pedepsit cel care folosește cu știință serviciile unei victime.',
    ),
    heading('Constatări și recomandări'),
    situation('Nu știm încă ce minister redactează legea de transpunere.'),
    recommendation(
      'Organizațiile să fie consultate asupra proiectului de transpunere înainte de avizare, cu cel puțin 30 de zile pentru observații.',
    ),
  ]
}
